using System.Globalization;
using Bellwether.Publications;
using Bellwether.Publications.Documents;
using Bellwether.Scorecards;
using Bellwether.Writers.Office;
using Bellwether.Writers.Svg;

namespace Bellwether.Writers.Xlsx;

/// <summary>Figures as cells: counts as numbers, and a figure that is worked out of two counts as a formula over their cells.</summary>
internal sealed class FigureCells
{
    /// <summary>The sheet of the long table.</summary>
    public const string Sheet = "Figures";

    // The columns of its counts, as LongTable orders them.
    private const string Numerators = "J", Denominators = "K";

    private readonly Dictionary<FigureKey, (FigureLine Line, int Row)> _figures = [];

    // The long table's headings stand in row 1.
    public FigureCells(IReadOnlyList<FigureLine> figures)
    {
        for (var i = 0; i < figures.Count; i++) _figures.Add(figures[i].Key, (figures[i], i + 2));
    }

    public FigureLine? Find(FigureKey? key) => key is not null && _figures.TryGetValue(key, out var found) ? found.Line : null;

    /// <summary>The formula over the long table's counts.</summary>
    public Cell Value(FigureLine line, string text, CellLook look)
    {
        var row = _figures[line.Key].Row;
        return Value(line, text, look, string.Create(CultureInfo.InvariantCulture, $"{Sheet}!${Numerators}${row}"), string.Create(CultureInfo.InvariantCulture, $"{Sheet}!${Denominators}${row}"));
    }

    /// <summary>The figure as a formula over two cells where it is their quotient, as a number where not, as its text where there is no number.</summary>
    public static Cell Value(FigureLine line, string text, CellLook look, string numerator, string denominator)
    {
        if (line.Value is not { } value) return Cell.Text(text, look with { IsRight = true });
        var held = line.Unit == "%" ? value / 100 : value;
        var shown = look with { Format = Format(line, text) };
        if (FactorOf(line, held) is not { } factor) return Cell.Number(held, shown);
        var formula = factor == 1 ? $"{numerator}/{denominator}" : string.Create(CultureInfo.InvariantCulture, $"{numerator}/{denominator}*{factor}");
        return Cell.Formula(formula, held, shown);
    }

    public static Cell Count(decimal? count, string text, CellLook look) => count is { } c
        ? Cell.Number(c, look with { Format = c == decimal.Truncate(c) ? "#,##0" : "#,##0.0##" })
        : Cell.Text(text, look with { IsRight = true });

    public static Cell Target(FigureLine line, string text, CellLook look) => line.Target is { } target
        ? Cell.Number(line.Unit == "%" ? target / 100 : target, look with { Format = ChartColumns.FormatOf(line.Unit, ChartWords.TargetDecimals(target, line.Decimals)) })
        : Cell.Text(text, look);

    public static CellLook Tinted(CellLook look, Rating? rating) =>
        rating is { } r ? look with { Fill = Palette.Tint(Enum.Parse<BandWord>(r.ToString()))[1..].ToUpperInvariant(), IsBold = true } : look;

    // The unit's word stands in the format where it stands in the print, so the cell stays a number.
    private static string Format(FigureLine line, string text)
    {
        var format = ChartColumns.FormatOf(line.Unit, line.Decimals);
        return line.Unit is "" or "%" || !text.EndsWith(" " + line.Unit, StringComparison.Ordinal) ? format
            : $"{format}\" {line.Unit.Replace("\"", "", StringComparison.Ordinal)}\"";
    }

    /// <summary>What the quotient of the counts is multiplied with to give the figure; null where it is not their quotient.</summary>
    private static decimal? FactorOf(FigureLine line, decimal held)
    {
        if (line.Numerator is not { } n || line.Denominator is not { } d || d == 0) return null;
        decimal? factor = line.Show switch
        {
            "percentage" or "ratio" or "mean" => 1,
            "rate" => decimal.TryParse(line.Unit.Split(' ')[^1], NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var per) && per > 0 ? per : null,
            _ => null,
        };
        // A keyed figure may have been rounded before it came: then its own value stands, not the quotient.
        return factor is { } f && Math.Abs((n / d * f) - held) <= 0.000000000001m * Math.Max(1, Math.Abs(held)) ? f : null;
    }
}
