using Bellwether.Publications;

namespace Bellwether.Writers.Svg;

/// <summary>
/// Colours of the Government Analysis Function's categorical palette, and tints light enough that its darkest three keep
/// a contrast of about 3:1 on them. Text is always <see cref="Ink"/>.
/// </summary>
internal static class Palette
{
    public const string Ink = "#0b0c0c";
    public const string Line = "#12436D";
    public const string Target = "#3D3D3D";
    public const string TargetDash = "6 3";
    public const string Grid = "#d9dcde";
    public const string Axis = "#6f777b";
    public const string Edge = "#8a9196";
    public const string Font = "Helvetica Neue, Helvetica, Arial, sans-serif";

    public static readonly string[] Others = ["#801650", "#28A197", "#F46A25"];
    public static readonly string[] Dashes = ["8 3", "2 3", "8 3 2 3"];

    public static string Tint(BandWord word) => word switch
    {
        BandWord.Red => "#fbeae8",
        BandWord.Amber => "#fff7da",
        _ => "#e8f4ed",
    };
}
