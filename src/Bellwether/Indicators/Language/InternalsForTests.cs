using System.Runtime.CompilerServices;

// The grammar is proved on its own: an expression printed and read again is the same.
[assembly: InternalsVisibleTo("Bellwether.Tests")]
