"""One module a file format; reads files into values, writes values out."""
