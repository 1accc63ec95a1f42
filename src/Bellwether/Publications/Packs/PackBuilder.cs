using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Publications.Documents;
using Bellwether.Scorecards;

namespace Bellwether.Publications.Packs;

/// <summary>Builds the document of a pack. What is hidden is taken out first, once; nothing after that knows it.</summary>
public static class PackBuilder
{
    /// <summary>The pack as a document.</summary>
    /// <param name="order">What it is asked to be.</param>
    /// <param name="material">What it is built from.</param>
    public static Document Build(PackOrder order, PackMaterial material)
    {
        var scene = new Scene(order, material.Without(order.Hidden));
        List<Section> sections = [.. Opening(scene), .. order.Template.Sections.SelectMany(s => Sections(scene, s))];
        return new Document(Head(scene), sections, scene.Book.Lines);
    }

    /// <summary>The indicators that the pack shows: those asked for, else those the template's rules pick out, else all.</summary>
    public static IReadOnlyList<PackIndicator> Shown(PackOrder order, PackMaterial material) =>
    [
        .. material.Indicators.Where(i => order.Indicators.Count > 0
            ? order.Indicators.Contains(i.Name, StringComparer.Ordinal)
            : order.Template.Only.Count == 0 || ExceptionFinder.Why(i.Row, order.Template.Only).Length > 0),
    ];

    private static DocumentHead Head(Scene scene)
    {
        var order = scene.Order;
        var edition = order.Published is { } day ? $"Edition {order.Edition} of {EnglishDate.Format(day)}" : "";
        return new DocumentHead(
            TextMarks.Plain(order.Template.Title, scene.Sheet(null)), scene.Material.Council,
            [.. order.Template.Front.Select(line => new HeadFact(Label(line), Front(scene, line))).Where(f => f.Text.Length > 0)],
            order.Classification.Marking(order.IsChecked), order.Classification.Audience, edition,
            order.Published ?? order.Meeting?.Date ?? scene.Material.Card.LastDay);
    }

    private static string Label(string line) => line switch
    {
        "agenda-item" => "Agenda item",
        _ => EnglishText.Capital(line),
    };

    private static string Front(Scene scene, string line) => line switch
    {
        "by" => scene.Said("by") is { Length: > 0 } by ? by : scene.Owners,
        "to" => scene.Order.Meeting?.Body ?? "",
        "date" => scene.Order.Meeting is { } meeting ? EnglishDate.Format(meeting.Date) : "",
        "subject" => scene.Said("subject") is { Length: > 0 } subject ? subject : TextMarks.Plain(scene.Order.Template.Title, scene.Sheet(null)),
        "classification" => scene.Order.Classification.Words,
        "agenda-item" => scene.Order.Meeting?.AgendaItem ?? "",
        _ => scene.Order.Published is { } day ? $"Edition {scene.Order.Edition} of {EnglishDate.Format(day)}" : $"Draft of edition {scene.Order.Edition}",
    };

    /// <summary>What a reader must know before anything else: a correction says so, supplementary pages say what they complete.</summary>
    private static IEnumerable<Section> Opening(Scene scene)
    {
        var order = scene.Order;
        if (order.Correction.Length > 0)
            yield return new Section("correction", "Correction", 1, false, false,
                [new Paragraph([new Span($"This is edition {order.Edition}. It takes the place of edition {order.Edition - 1}: {order.Correction.TrimEnd('.')}.")]), .. scene.Restated()]);
        if (order.Completes.Length > 0)
            yield return new Section("supplement", "Supplementary pages", 1, false, false,
                [new Paragraph([new Span($"These pages complete {order.Completes}. Read them with it.")])]);
        if (scene.Words(TextKey.Context, "") is { Count: > 0 } context)
            yield return new Section("context", $"To know about {scene.Material.Card.Period.Label}", 1, false, false, context);
    }

    private static IEnumerable<Section> Sections(Scene scene, TemplateSection section)
    {
        // Supplementary pages hold the pages that were left out, and none of the paper around them.
        if (scene.Order.Completes.Length > 0 && section.Kind is SectionKind.Text or SectionKind.Typed or SectionKind.National && section.Id is not "contact") return [];
        Section Own(IReadOnlyList<Block> blocks) => new(section.Id, section.Title, section.Level, section.NewPage, section.IsNumbered, blocks);
        return section.Kind switch
        {
            SectionKind.Text or SectionKind.Typed => [Own(scene.Prose(section))],
            SectionKind.Contents => [Own([new Contents()])],
            SectionKind.IndicatorPages => [.. IndicatorPages.Of(scene, section)],
            SectionKind.Monitoring => [Own(MonitoringTable.Of(scene))],
            SectionKind.National => [Own(NationalTable.Of(scene))],
            SectionKind.KeyPoints => [Own([.. scene.Prose(section), .. Sentences.KeyPoints(scene)])],
            SectionKind.Journey => [.. JourneyReport.Of(scene, section)],
            SectionKind.Exceptions => [.. ExceptionReport.Of(scene, section)],
            SectionKind.Charts => [.. ProgressCharts.Of(scene, section)],
            SectionKind.Districts => [.. DistrictTables.Of(scene, section)],
            SectionKind.TargetsMet => [Own(Sentences.TargetsMet(scene))],
            SectionKind.DataNotes => [Own([.. scene.Shown.Select(i => new Note([new Span($"{i.Row.Title}. ", Bold: true), new Span(string.Join(" ", DataNotes.For(i.Row).Select(Sentences.Stopped)))]))])],
            _ => [Own(Checklist.Of(scene))],
        };
    }
}
