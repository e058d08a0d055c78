"""Authentication: the examples of the standards, and the challenges of servers."""

import pytest

from kg.load.authentication import Challenge, Credentials, authorization, bearer, strongest

# RFC 7616, 3.9.1
MUFASA = Credentials("Mufasa", "Circle of Life")
NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"
CLIENT_NONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
OFFER = (
    'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm={algorithm}, '
    f'nonce="{NONCE}", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
)
BASIC = 'Basic realm="x", charset="UTF-8"'


@pytest.mark.parametrize(
    ("algorithm", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_digest_of_the_standard(algorithm: str, response: str) -> None:
    challenge = strongest([OFFER.format(algorithm=algorithm)])
    assert challenge is not None
    header = authorization(MUFASA, challenge, method="GET", target="/dir/index.html", nonce=lambda: CLIENT_NONCE)
    assert f'response="{response}"' in header
    assert 'username="Mufasa"' in header
    assert "nc=00000001" in header
    assert "qop=auth" in header
    assert "Circle" not in header


def test_digest_without_protection() -> None:
    # RFC 2069, 2.4, with the corrected digest from its erratum
    challenge = Challenge("digest", {"realm": "testrealm@host.com", "nonce": "dcd98b7102dd2f0e8b11d0f600bfb0c093"})
    credentials = Credentials("Mufasa", "CircleOfLife")
    header = authorization(credentials, challenge, method="GET", target="/dir/index.html")
    assert 'response="1949323746fe6a43ef61f9606e7febea"' in header
    assert "cnonce" not in header


def test_session_digests_differ() -> None:
    plain, session = (strongest([OFFER.format(algorithm=name)]) for name in ("MD5", "MD5-sess"))
    assert plain is not None
    assert session is not None
    one, other = (authorization(MUFASA, each, method="GET", target="/", nonce=lambda: "n") for each in (plain, session))
    assert one.partition("response=")[2][:34] != other.partition("response=")[2][:34]


def test_basic_of_the_standard() -> None:
    # RFC 7617, 2.1
    header = authorization(Credentials("test", "123£"), Challenge("basic", {}), method="GET", target="/")
    assert header == "Basic dGVzdDoxMjPCow=="


def test_token() -> None:
    assert bearer(Credentials(None, "mF_9.B5f-4.1JqM")) == "Bearer mF_9.B5f-4.1JqM"


@pytest.mark.parametrize(
    ("headers", "scheme", "algorithm"),
    [
        ([BASIC], "basic", None),
        ([BASIC, OFFER.format(algorithm="MD5")], "digest", "md5"),
        ([f"{BASIC}, {OFFER.format(algorithm='SHA-256')}"], "digest", "sha-256"),
        ([OFFER.format(algorithm="MD5"), OFFER.format(algorithm="SHA-512-256")], "digest", "sha-512-256"),
        ([OFFER.format(algorithm="MD5").replace("auth, auth-int", "auth-int"), BASIC], "basic", None),
        ([OFFER.format(algorithm="ROT13"), BASIC], "basic", None),
        (["Digest realm=x", BASIC], "basic", None),
    ],
)
def test_the_safest_offer_is_taken(headers: list[str], scheme: str, algorithm: str | None) -> None:
    challenge = strongest(headers)
    assert challenge is not None
    assert challenge.scheme == scheme
    if algorithm is not None:
        assert challenge.algorithm == algorithm


@pytest.mark.parametrize("headers", [[], [""], ["Negotiate"], ["Bearer realm=x"], [OFFER.format(algorithm="ROT13")]])
def test_offers_that_cannot_be_met(headers: list[str]) -> None:
    assert strongest(headers) is None


def test_names_of_any_script_and_with_quotes() -> None:
    challenge = strongest([OFFER.format(algorithm="SHA-256")])
    assert challenge is not None
    headers = [
        authorization(Credentials(user, "x"), challenge, method="PUT", target="/") for user in ('a"b\\c', "Jäsøn")
    ]
    assert 'username="a\\"b\\\\c"' in headers[0]
    assert "username*=UTF-8''J%C3%A4s%C3%B8n" in headers[1]


def test_a_password_is_not_shown() -> None:
    assert "secret" not in repr(Credentials("a", "secret"))
