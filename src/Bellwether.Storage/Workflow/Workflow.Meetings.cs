using System.Text.Json;
using Bellwether.Calendar;
using Bellwether.Publications.Packs;

namespace Bellwether.Storage;

/// <summary>Which meeting a pack goes to and how it is classified.</summary>
/// <param name="Meeting">The meeting's id; empty for none.</param>
/// <param name="Classification">As <see cref="Publications.Packs.Classification.Written"/> has it; empty to go by the meeting's.</param>
public sealed record PackSettings(string Meeting, string Classification);

/// <summary>The register of meetings, what packs go to them, and what was decided about small numbers.</summary>
public sealed partial class Workflow
{
    /// <summary>Every meeting, latest first.</summary>
    public IReadOnlyList<Meeting> Meetings()
    {
        var meetings = new List<Meeting>();
        using var command = _database.Command("select id, body, held_on, classification, papers_due, agenda_item from meetings where authority = @0 order by held_on desc, id", _authority);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            meetings.Add(new Meeting(reader.GetString(0), reader.GetString(1), IsoDate.Parse(reader.GetString(2)), Classification.Read(reader.GetString(3), "", out _)!, IsoDate.Parse(reader.GetString(4)), reader.GetString(5)));
        return meetings;
    }

    /// <summary>Writes a meeting down, or changes it; why not, in words, where it can't be; empty where it was.</summary>
    public string Save(Meeting meeting)
    {
        if (meeting.Id.Length is 0 or > 60 || !meeting.Id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) return "A meeting's id is letters, digits and hyphens, such as cype-2017-09-07.";
        if (meeting.Body.Trim().Length == 0) return "Name the committee or board that meets.";
        if (meeting.PapersDue > meeting.Date) return $"Papers are due on {Calendar.EnglishDate.Format(meeting.PapersDue)}, after the meeting of {Calendar.EnglishDate.Format(meeting.Date)}.";
        using var write = _database.Write();
        _database.Run(
            """
            insert into meetings(authority, id, body, held_on, classification, papers_due, agenda_item) values (@0, @1, @2, @3, @4, @5, @6)
            on conflict (authority, id) do update set body = excluded.body, held_on = excluded.held_on, classification = excluded.classification,
              papers_due = excluded.papers_due, agenda_item = excluded.agenda_item
            """,
            _authority, meeting.Id, meeting.Body.Trim(), IsoDate.Format(meeting.Date), meeting.Classification.Written, IsoDate.Format(meeting.PapersDue), meeting.AgendaItem.Trim());
        write.Commit();
        return "";
    }

    /// <summary>Where a pack goes; nothing set where nobody said.</summary>
    public PackSettings Settings(string pack)
    {
        using var command = _database.Command("select meeting, classification from pack_settings where authority = @0 and pack = @1", _authority, pack);
        using var reader = command.ExecuteReader();
        return reader.Read() ? new PackSettings(reader.GetString(0), reader.GetString(1)) : new PackSettings("", "");
    }

    /// <summary>Keeps where a pack goes.</summary>
    public void Save(string pack, PackSettings settings)
    {
        using var write = _database.Write();
        _database.Run(
            """
            insert into pack_settings(authority, pack, meeting, classification) values (@0, @1, @2, @3)
            on conflict (authority, pack) do update set meeting = excluded.meeting, classification = excluded.classification
            """, _authority, pack, settings.Meeting, settings.Classification);
        write.Commit();
    }

    /// <summary>What was decided about a pack's small numbers, by item.</summary>
    public IReadOnlyList<SmallDecision> Decisions(string pack)
    {
        var decisions = new List<SmallDecision>();
        using var command = _database.Command("select decision from small_decisions where authority = @0 and pack = @1 order by item", _authority, pack);
        using var reader = command.ExecuteReader();
        while (reader.Read()) decisions.Add(JsonSerializer.Deserialize<SmallDecision>(reader.GetString(0))!);
        return decisions;
    }

    /// <summary>Keeps a decision; a later one on the same item takes its place. Why not, in words; empty where it was kept.</summary>
    public string Decide(string pack, SmallNumber item, bool hide, string because, string by)
    {
        if (by.Trim().Length == 0) return "A decision needs the name of the person who makes it.";
        if (because.Trim().Length == 0) return "A decision needs its reason.";
        var decision = new SmallDecision(item.Id, hide, because.Trim(), by.Trim(), _time.GetUtcNow(), item.Figures, item.Subject, item.Typed);
        using var write = _database.Write();
        _database.Run(
            "insert into small_decisions(authority, pack, item, decision) values (@0, @1, @2, @3) on conflict (authority, pack, item) do update set decision = excluded.decision",
            _authority, pack, item.Id, JsonSerializer.Serialize(decision));
        write.Commit();
        return "";
    }
}
