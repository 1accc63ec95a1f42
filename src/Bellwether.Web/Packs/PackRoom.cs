using Bellwether.Calendar;
using Bellwether.Publications.Documents;
using Bellwether.Publications.Packs;
using Bellwether.Storage;
using Bellwether.Web.Access;

namespace Bellwether.Web.Packs;

/// <summary>
/// Where packs are made, the same from a page and from the command line: figures come through the reader's gate, texts and decisions from the
/// home's store, editions lie in the home.
/// </summary>
/// <param name="home">The home.</param>
/// <param name="gate">The reader's gate.</param>
/// <param name="turn">The lock around the home.</param>
/// <param name="time">The clock.</param>
public sealed partial class PackRoom(Home home, Gate gate, Lock turn, TimeProvider time)
{
    /// <summary>The published editions that the reader may have: everything for people who make packs, else what is for members or anyone.</summary>
    public IReadOnlyList<Edition> Editions => Take(() => Shelf.All())
        .Where(e => MayDraft || !e.Classification.StartsWith("staff", StringComparison.Ordinal)).ToList();

    /// <summary>The templates: shipped and the home's own.</summary>
    public IReadOnlyList<PackTemplate> Templates => PackTemplates.Load(Codes.Shelf.Path(), Path.Combine(home.Folder, "definitions"));

    /// <summary>True where the reader may see and write what is not published yet.</summary>
    public bool MayDraft => Rules.MayHave(gate.Principal.Role, Level.Drafts);

    /// <summary>True where the reader may publish and decide about small numbers.</summary>
    public bool MayPublish => Rules.MayHave(gate.Principal.Role, Level.Publishing);

    private Editions Shelf => new(home.Folder);

    private Workflow Workflow => home.Store.Workflow;

    /// <summary>The pack of a template, scorecard and month; those left out are the first template, the home's scorecard and the latest month.</summary>
    /// <exception cref="PackAskedException">There is none such.</exception>
    public PackAsked Ask(string? template, string? scorecard, Month? period)
    {
        var templates = Templates;
        var how = templates.FirstOrDefault(t => t.Id == (template ?? "indicator-pages"))
            ?? throw new PackAskedException($"There is no template \"{template}\". There are {string.Join(", ", templates.Select(t => t.Id))}.");
        var name = scorecard ?? (how.Scorecard.Length > 0 ? how.Scorecard : gate.FirstScorecard?.Id ?? "");
        var card = gate.Catalogue.FindScorecard(name)
            ?? throw new PackAskedException($"There is no scorecard \"{name}\". There are {string.Join(", ", gate.Catalogue.Scorecards.Select(s => s.Id))}.");
        if (!gate.HasData) throw new PackAskedException("Nothing has been loaded yet, so there is nothing to build a pack from. Load an extract first.");
        var month = period ?? gate.LatestMonth;
        return month > gate.LatestMonth
            ? throw new PackAskedException($"The data ends before {month.Label} does; the latest complete month is {gate.LatestMonth.Label}.")
            : new PackAsked(how, card, month);
    }

    /// <summary>Says where a pack goes and how it is classified; empty leaves a part as it is, and the audience "meeting" goes by the meeting's.</summary>
    /// <returns>Why not, in words; empty where it was kept.</returns>
    public string Set(PackAsked asked, string meeting, string audience, string exemption)
    {
        Demand(Level.Drafts);
        var now = Take(() => Workflow.Settings(asked.Id));
        if (meeting.Length > 0 && !Meetings().Any(m => m.Id == meeting)) return $"There is no meeting \"{meeting}\". {(Meetings().Count == 0 ? "None is written down yet." : $"There are {string.Join(", ", Meetings().Select(m => m.Id))}.")}";
        var classification = now.Classification;
        if (audience == "meeting") classification = "";
        else if (audience.Length > 0 || exemption.Length > 0)
        {
            if (Classification.Read(audience.Length > 0 ? audience : "members", exemption, out var fault) is not { } read) return fault;
            classification = read.Written;
        }
        var next = new PackSettings(meeting.Length > 0 ? meeting : now.Meeting, classification);
        if (next != now) Take(() => { Workflow.Save(asked.Id, next); return true; });
        return "";
    }

    /// <summary>The meeting and classification of a pack: its own, else its meeting's, else public.</summary>
    public (Meeting? Meeting, Classification Classification) Where(PackAsked asked)
    {
        var settings = Take(() => Workflow.Settings(asked.Id));
        var meeting = Meetings().FirstOrDefault(m => m.Id == settings.Meeting);
        var own = settings.Classification.Length > 0 ? Classification.Read(settings.Classification, "", out _) : null;
        return (meeting, own ?? meeting?.Classification ?? Classification.Unrestricted);
    }

    /// <summary>The edition that is being made: the one after the last published; with a correction or supplement nothing else differs.</summary>
    public int EditionOf(PackAsked asked) => Take(() => Shelf.Of(asked.Id)) is { Count: > 0 } made ? made[^1].Number + (asked.Completes.Length > 0 ? 0 : 1) : 1;

    /// <summary>The figures of a pack's month, through the gate.</summary>
    public PackMaterial Material(PackAsked asked)
    {
        // A quarter table goes back a year, a chart up to three.
        var months = Math.Max(25, asked.Template.ChartMonths);
        return gate.PackMaterial(asked.Scorecard, asked.Period, months);
    }

    /// <summary>Builds a pack as it stands, and says what stands in the way of publishing it.</summary>
    /// <param name="asked">Which.</param>
    /// <param name="published">The day it is published on; null for a draft.</param>
    public PackDraft Draft(PackAsked asked, DateOnly? published = null)
    {
        Demand(Level.Drafts);
        var material = Material(asked);
        var (meeting, classification) = Where(asked);
        var edition = EditionOf(asked);
        var before = asked.Completes.Length > 0 ? null : Take(() => Shelf.Of(asked.Id) is [.., var last] ? last : null);
        var texts = Texts(asked.Period, edition);
        var decisions = classification.Audience == Audience.Public ? Take(() => Workflow.Decisions(asked.Id)) : [];
        var order = new PackOrder
        {
            Template = asked.Template,
            Period = asked.Period,
            Classification = classification,
            Edition = edition,
            Published = published,
            Meeting = meeting,
            Correction = asked.Correction,
            Completes = asked.Completes,
            Indicators = asked.Only,
            Districts = asked.Districts,
            Decisions = decisions,
            Text = texts.GetValueOrDefault,
            Reported = before is null ? new Dictionary<FigureKey, string>() : DocumentOf(before).Figures.ToDictionary(f => f.Key, f => f.Text),
            ReportedIn = before is null ? "" : $"edition {before.Number} of {EnglishDate.Format(before.PublishedOn)}",
        };
        var open = PackBuilder.Build(order with { Decisions = [] }, material);
        IReadOnlyList<SmallNumber> small = classification.Audience == Audience.Public ? SmallNumberList.Of(open, WordsOf(order, material), decisions) : [];
        var undecided = SmallNumberList.Undecided(small, decisions);
        order = order with { IsChecked = classification.Audience != Audience.Public || (published is not null && undecided.Count == 0) };
        var document = PackBuilder.Build(order, material);
        return new PackDraft(asked, order, material, document, PackLint.Check(document, [.. PackBuilder.Shown(order, material).Select(i => i.Name)]), small, undecided);
    }

    /// <summary>The document of an edition.</summary>
    /// <exception cref="InvalidDataException">It can't be read.</exception>
    public Document DocumentOf(Edition edition)
    {
        using var stream = File.OpenRead(Shelf.PathOf(edition, PackFormats.Source));
        return Writers.DocumentJson.Read(stream);
    }

    /// <summary>The texts that a pack holds.</summary>
    private static IEnumerable<PackText> WordsOf(PackOrder order, PackMaterial material) =>
        PackBuilder.Shown(order, material).Select(i => i.Name).Concat(order.Template.Sections.Select(s => TextKey.Section(order.Template, s))).Append(TextKey.Context)
            .Select(order.Text).OfType<PackText>();

    private T Take<T>(Func<T> read)
    {
        lock (turn) return read();
    }

    private void Demand(Level level)
    {
        if (Rules.MayHave(gate.Principal.Role, level)) return;
        gate.Audit.Refuse("level", level.ToString().ToLowerInvariant());
        throw new NotPermittedException(level);
    }
}
