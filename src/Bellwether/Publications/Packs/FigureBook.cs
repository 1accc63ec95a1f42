using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Publications.Documents;
using Bellwether.Scorecards;

namespace Bellwether.Publications.Packs;

/// <summary>Keeps every figure that a document shows, each once, in the order first shown, and gives the cells and spans that state it.</summary>
internal sealed class FigureBook
{
    private readonly Dictionary<FigureKey, FigureLine> _lines = [];
    private readonly List<FigureLine> _inOrder = [];

    /// <summary>The long table.</summary>
    public IReadOnlyList<FigureLine> Lines => _inOrder;

    /// <summary>Keeps a figure of the whole authority.</summary>
    public FigureKey Keep(FilledRow row, Rated rated) => Keep(row.Definition, row.Title, row.Shape, rated, "", "");

    /// <summary>Keeps a figure.</summary>
    public FigureKey Keep(Definition definition, string title, Shape shape, Rated rated, string breakdown, string label)
    {
        var figure = rated.Figure;
        var key = PackIndicator.KeyOf(figure, breakdown);
        if (_lines.ContainsKey(key)) return key;
        var line = new FigureLine(key, definition.Code, title, figure.First, label, figure.Numerator, figure.Denominator, figure.Value, Printed(figure, shape),
            Unit(shape), shape.Decimals, shape.Show.ToString().ToLowerInvariant(), rated.Judgement.Target?.Value, rated.Judgement.Rating,
            Status(rated), figure.Value is null ? Reason(rated) : "");
        _lines.Add(key, line);
        _inOrder.Add(line);
        return key;
    }

    /// <summary>The figure as printed everywhere: its value, "c" where hidden, else the reason in two words.</summary>
    public static string Printed(Figure figure, Shape shape) => (figure.Value, figure.None) switch
    {
        ({ } value, _) => BandWords.Number(value, shape),
        (null, NoValue.NotInForce) => "not in force",
        (null, NoValue.NoCases) => "no cases",
        (null, NoValue.NoPopulation) => "no population",
        (null, NoValue.NotGiven) => "not given",
        (null, NoValue.NotComputable) => "not computable",
        _ => "c",
    };

    public Cell Value(FilledRow row, Rated rated) => new(Printed(rated.Figure, row.Shape), Keep(row, rated));

    public Cell Numerator(FilledRow row, Rated rated) => new(Count(rated.Figure, rated.Figure.Numerator), Keep(row, rated), FigurePart.Numerator);

    public Cell Denominator(FilledRow row, Rated rated) => new(Count(rated.Figure, rated.Figure.Denominator), Keep(row, rated), FigurePart.Denominator);

    public Cell Target(FilledRow row, Rated rated) => new(FigureWords.Target(rated.Judgement.Target, row.Shape), Keep(row, rated), FigurePart.Target);

    public Cell Rating(FilledRow row, Rated rated) => new(
        FigureWords.Word(rated.Judgement.Rating), Keep(row, rated), FigurePart.Rating, rated.Judgement.Rating, rated.Judgement.Clash);

    /// <summary>The cells of one member: value, numerator, denominator, rating.</summary>
    public IReadOnlyList<Cell> Member(PackIndicator indicator, string breakdown, MemberLine line)
    {
        var (row, rated) = (indicator.Row, line.Rated);
        var key = Keep(row.Definition, row.Title, row.Shape, rated, breakdown, line.Label);
        return
        [
            new Cell(line.Label),
            new Cell(Printed(rated.Figure, row.Shape), key),
            new Cell(Count(rated.Figure, rated.Figure.Numerator), key, FigurePart.Numerator),
            new Cell(Count(rated.Figure, rated.Figure.Denominator), key, FigurePart.Denominator),
            new Cell(FigureWords.Word(rated.Judgement.Rating), key, FigurePart.Rating, rated.Judgement.Rating),
        ];
    }

    public static string Unit(Shape shape) => shape.Show switch
    {
        Show.Percentage => "%",
        Show.Rate => "per 10,000",
        _ => "",
    };

    private static string Count(Figure figure, decimal? count) => count is { } n ? BandWords.Plain(n)
        : figure.Value is not null ? "not given" : IsHidden(figure) ? "c" : "none";

    private static bool IsHidden(Figure figure) => figure is { Value: null, None: null, Because: PackMaterial.Suppressed };

    private static string Reason(Rated rated) => IsHidden(rated.Figure) ? PackMaterial.Suppressed : rated.Judgement.Reason.TrimEnd('.');

    private static FigureStatus Status(Rated rated) => rated.Figure switch
    {
        { Value: not null, IsKeyed: true } => FigureStatus.Keyed,
        { Value: not null } f => f.Last == rated.Month.Last ? FigureStatus.Final : FigureStatus.Provisional,
        { None: NoValue.NotInForce or NoValue.NoCases } => FigureStatus.NotApplicable,
        var f => IsHidden(f) ? FigureStatus.Suppressed : FigureStatus.NotAvailable,
    };
}
