namespace Bellwether.Rivals;

internal static class RivalsPage
{
    public static int Write(string root) => root.Length > 0 ? 0 : 1;
}
