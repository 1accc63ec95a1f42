using Bellwether.Extracts;
using Bellwether.Indicators;
using Bellwether.Indicators.Definitions;
using Bellwether.Journeys;
using Bellwether.Tests.Journeys;

namespace Bellwether.Tests.Indicators.Engine;

/// <summary>Figures of one definition as text over records as text, with what the sources say they hold.</summary>
internal static class FiguresFixture
{
    /// <summary>The data date, and the day asked where a test says no other.</summary>
    public static DateOnly At { get; } = new(2024, 6, 30);

    /// <summary>Kinds held in full since 2000.</summary>
    public static Statement[] Full(params string[] kinds) => [.. kinds.Select(k => new Statement(k, "test", Completeness.Full, new(2000, 1, 1), At, [], ""))];

    public static (Figures Figures, Found Found, Figure At) Make(string yaml, Statement[] statements, params string[] lines) => Make(yaml, statements, [], lines);

    public static (Figures Figures, Found Found, Figure At) Make(string yaml, Statement[] statements, KeyedValue[] values, params string[] lines) =>
        Make(yaml, statements, values, Authority.Unnamed, lines);

    public static (Figures Figures, Found Found, Figure At) Make(string yaml, Statement[] statements, KeyedValue[] values, Authority authority, params string[] lines)
    {
        var records = RecordsFixture.Records(lines);
        records.Statements.AddRange(statements);
        records.Values.AddRange(values);
        var journeys = Bellwether.Journeys.Journeys.Build(records, RecordsFixture.Codes, authority, At);
        var catalogue = EngineFixture.Load(yaml);
        var found = catalogue.Find("t") is { Bound: not null } ok ? ok : throw new ArgumentException(string.Join('\n', catalogue.Messages));
        var figures = new Figures(journeys, catalogue);
        return (figures, found, figures.At(found, Figures.DefaultWindow(found), At));
    }
}
