using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Publications.Documents;
using Bellwether.Publications.Packs;
using Bellwether.Tests.Scorecards;

namespace Bellwether.Tests.Publications;

/// <summary>The golden home as packs are built from it.</summary>
public sealed class KentPack : IDisposable
{
    private readonly KentHome _kent = new();

    public KentPack()
    {
        Templates = PackTemplates.Load(Shelf.Path(), null);
        var performance = _kent.Known.Performance;
        Material = PackMaterial.Of(performance, _kent.Home.Authority, performance.Catalogue.FindScorecard("scs-2017")!, Period, 25);
    }

    public static Month Period { get; } = new(2017, 6);

    public static Meeting Committee { get; } = new("cype-2017-09", "Children’s, Young People and Education Cabinet Committee", new DateOnly(2017, 9, 7),
        Classification.Unrestricted, new DateOnly(2017, 8, 25), "16");

    public IReadOnlyList<PackTemplate> Templates { get; }

    public PackMaterial Material { get; }

    public PackTemplate Template(string id) => Templates.Single(t => t.Id == id);

    public PackOrder Order(string template = "indicator-pages") => new()
    {
        Template = Template(template),
        Period = Period,
        Classification = Classification.Unrestricted,
        Meeting = Committee,
        Text = Texts.Of,
    };

    public Document Build(string template = "indicator-pages") => PackBuilder.Build(Order(template), Material);

    public void Dispose() => _kent.Dispose();
}
