using Bellwether.Calendar;
using Bellwether.Publications.Documents;
using Bellwether.Publications.Packs;
using Bellwether.Storage;
using Xunit;

namespace Bellwether.Tests.Storage;

/// <summary>Texts, signatures, meetings and decisions are kept, and nobody overwrites anybody.</summary>
public abstract class WorkflowTests(StoreEngine engine) : StoreTests(engine)
{
    private static readonly TextKey Key = new(new Month(2017, 6), 1, "cin-with-plan");

    private Workflow Workflow => Scratch.Store.Workflow;

    private static TextWords Said(string body) => new() { Body = body };

    [Fact]
    public void A_text_goes_from_draft_to_locked_with_names_and_every_version_stays()
    {
        Assert.Equal("", Workflow.Write(Key, Said("Words."), "A. Writer", 0).Refused);
        Assert.Equal("", Workflow.Sign(Key, TextState.Review, "A. Writer", 1).Refused);
        Assert.Equal("", Workflow.Sign(Key, TextState.Agreed, "B. Director", 2).Refused);
        Assert.Equal("", Workflow.Sign(Key, TextState.Locked, "B. Director", 3).Refused);
        var text = Workflow.Find(Key)!;
        Assert.Equal((TextState.Locked, 4, "A. Writer", "B. Director"), (text.State, text.Version, text.Submitted!.Name, text.Agreed!.Name));
        Assert.Equal([TextState.Draft, TextState.Review, TextState.Agreed, TextState.Locked], Workflow.History(Key).Select(t => t.State));
        Assert.Contains("A locked text is not changed", Workflow.Write(Key, Said("Others."), "C. Late", 4).Refused, StringComparison.Ordinal);
        Assert.Equal("Words.", Workflow.Find(Key)!.Words.Body);
    }

    [Fact]
    public void Words_that_change_an_agreed_text_make_it_a_draft_again()
    {
        Workflow.Write(Key, Said("Words."), "A", 0);
        Workflow.Sign(Key, TextState.Agreed, "B", 1);
        var text = Workflow.Write(Key, Said("Other words."), "A", 2).Text!;
        Assert.Equal(TextState.Draft, text.State);
        Assert.Null(text.Agreed);
    }

    [Fact]
    public void Two_people_signing_one_text_the_second_is_told_and_nothing_is_lost()
    {
        Workflow.Write(Key, Said("Words."), "A. Writer", 0);
        Assert.Equal("", Workflow.Sign(Key, TextState.Agreed, "B. Director", 1).Refused);
        Assert.Contains("B. Director", Workflow.Sign(Key, TextState.Agreed, "C. Director", 1).Refused, StringComparison.Ordinal);
        Assert.Contains("agreed already, by B. Director", Workflow.Sign(Key, TextState.Agreed, "C. Director", 2).Refused, StringComparison.Ordinal);
        Assert.Contains("Nothing was overwritten", Workflow.Write(Key, Said("Late words."), "C. Director", 1).Refused, StringComparison.Ordinal);
        Assert.Equal("Words.", Workflow.Find(Key)!.Words.Body);
        Assert.Equal(("Late words.", 1, "C. Director"), Workflow.Aside(Key).Select(a => (a.Words.Body, a.BasedOn, a.Sent.Name)).Single());
    }

    [Fact]
    public void A_lock_needs_an_agreement_and_a_signature_a_name()
    {
        Workflow.Write(Key, Said("Words."), "A", 0);
        Assert.Contains("first it must be agreed", Workflow.Sign(Key, TextState.Locked, "B").Refused, StringComparison.Ordinal);
        Assert.Contains("needs a name", Workflow.Sign(Key, TextState.Agreed, " ").Refused, StringComparison.Ordinal);
        Assert.Contains("Nothing is written", Workflow.Sign(Key with { Subject = "other" }, TextState.Agreed, "B").Refused, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_edition_begins_with_the_texts_of_the_last_agreed_and_not_locked()
    {
        Workflow.Write(Key, Said("Words."), "A", 0);
        Workflow.Sign(Key, TextState.Agreed, "B");
        Workflow.Sign(Key, TextState.Locked, "B");
        Workflow.Carry(Key.Period, 1, 2);
        Workflow.Carry(Key.Period, 1, 2);
        var text = Assert.Single(Workflow.Texts(Key.Period, 2)).Value;
        Assert.Equal((TextState.Agreed, 1), (text.State, text.Version));
        Assert.Equal(TextState.Locked, Workflow.Find(Key)!.State);
    }

    [Fact]
    public void Another_authority_in_the_same_store_sees_nothing_of_it()
    {
        Workflow.Write(Key, Said("Words."), "A", 0);
        Assert.Empty(Scratch.For("998").Workflow.Texts(Key.Period, 1));
    }

    [Fact]
    public void Meetings_settings_and_decisions_are_kept_and_changed_in_place()
    {
        var meeting = new Meeting("board-1", "Board", new DateOnly(2017, 9, 7), Classification.Read("members", "1 2", out _)!, new DateOnly(2017, 8, 25), "16");
        Assert.Equal("", Workflow.Save(meeting));
        Assert.Equal("", Workflow.Save(meeting with { AgendaItem = "17" }));
        var read = Assert.Single(Workflow.Meetings());
        Assert.Equal(("17", "exempt 1 2"), (read.AgendaItem, read.Classification.Written));
        Assert.NotEqual("", Workflow.Save(meeting with { PapersDue = meeting.Date.AddDays(1) }));
        Workflow.Save("pack", new PackSettings("board-1", ""));
        Assert.Equal("board-1", Workflow.Settings("pack").Meeting);
        var item = new SmallNumber("item", "Place", "3", 3, [new FigureKey("cin-with-plan", Window.Snapshot, new DateOnly(2017, 6, 30))], "", "", "");
        Assert.NotEqual("", Workflow.Decide("pack", item, true, "", "B"));
        Assert.Equal("", Workflow.Decide("pack", item, true, "small", "B"));
        Assert.Equal("", Workflow.Decide("pack", item, false, "public already", "B"));
        var decision = Assert.Single(Workflow.Decisions("pack"));
        Assert.False(decision.IsHidden);
        Assert.Equal(item.Figures, decision.Figures);
    }
}

public sealed class WorkflowTestsOnSqlite() : WorkflowTests(StoreEngine.Sqlite);

public sealed class WorkflowTestsOnPostgres() : WorkflowTests(StoreEngine.PostgreSql);

/// <summary>An edition is there whole or not at all, and is never changed.</summary>
public sealed class EditionTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("bellwether-editions-").FullName;

    private Editions Editions => new(_home);

    private static Edition Of(string id) => new(id, "pack", "t", "s", "2017-06", 1, "Title", "public", "", new DateOnly(2017, 9, 1), "B", "Bellwether", "", "", ["a"], new Dictionary<string, string>());

    private static EditionFile Small(string name) => new(name, to => to.Write("words"u8));

    [Fact]
    public void What_was_published_is_read_back_with_its_hashes()
    {
        Editions.Publish(Of("pack-e1"), [Small("a.txt"), Small("b.txt")]);
        var edition = Editions.Find("pack-e1")!;
        Assert.Equal(["a.txt", "b.txt"], edition.Files.Keys);
        Assert.Empty(Editions.Faults(edition));
        Assert.Equal(edition.Id, Assert.Single(Editions.All()).Id);
    }

    [Fact]
    public void A_disk_that_fills_while_publishing_leaves_no_half_edition()
    {
        var full = new EditionFile("b.txt", to =>
        {
            to.Write("half"u8);
            throw new IOException("There is not enough space on the disk.");
        });
        var said = Assert.Throws<IOException>(() => Editions.Publish(Of("pack-e1"), [Small("a.txt"), full]));
        Assert.StartsWith("Nothing was published: There is not enough space", said.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_home, "editions")));
        Assert.Empty(Editions.All());
        Editions.Publish(Of("pack-e1"), [Small("a.txt")]);
        Assert.Single(Editions.All());
    }

    [Fact]
    public void An_edition_that_is_there_is_not_written_again()
    {
        Editions.Publish(Of("pack-e1"), [Small("a.txt")]);
        Assert.Throws<IOException>(() => Editions.Publish(Of("pack-e1"), [Small("a.txt")]));
    }

    [Theory]
    [InlineData("../pack")]
    [InlineData("")]
    [InlineData(".making")]
    public void An_id_that_leads_elsewhere_finds_nothing(string id) => Assert.Null(Editions.Find(id));

    public void Dispose() => Directory.Delete(_home, recursive: true);
}
