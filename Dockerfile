# The command `kg` in an image, which writes as the user who runs it:
# docker build -t kg . && docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/work" kg build data/ -o out/
FROM python:3.12-slim AS build
WORKDIR /src
COPY . .
RUN pip install --no-cache-dir build && python -m build --wheel --outdir /wheels .

FROM python:3.12-slim
# which extras are installed beside: formats, pandas, mcp, shacl, spark
ARG EXTRAS=formats
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir "$(ls /wheels/*.whl)[${EXTRAS}]" && rm -r /wheels
RUN useradd --create-home kg
USER kg
WORKDIR /work
ENTRYPOINT ["kg"]
