/** The script of vis-network, which stands before the page's own script and ships no types with pyvis. */
declare const vis: any;
