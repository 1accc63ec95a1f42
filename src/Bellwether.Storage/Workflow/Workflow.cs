using System.Text.Json;
using Bellwether.Calendar;
using Bellwether.Publications.Packs;

namespace Bellwether.Storage;

/// <summary>What came of writing or signing a text.</summary>
/// <param name="Text">The text as it now is; as it was where nothing was done; null where there is none.</param>
/// <param name="Refused">Why nothing was done, and what to do; empty where it was.</param>
public sealed record TextOutcome(PackText? Text, string Refused);

/// <summary>Words that came too late and were kept.</summary>
/// <param name="Words">As sent.</param>
/// <param name="BasedOn">The version that their writer had read.</param>
/// <param name="Sent">By whom and when.</param>
public sealed record AsideText(TextWords Words, int BasedOn, Signature Sent);

/// <summary>
/// Texts, sign-offs, meetings and decisions of one authority. Whoever changes a text says which version they read: where someone else was
/// quicker nothing is overwritten, and the late words are kept aside.
/// </summary>
public sealed partial class Workflow
{
    private readonly Database _database;
    private readonly string _authority;
    private readonly TimeProvider _time;

    internal Workflow(Database database, string authority, TimeProvider time) => (_database, _authority, _time) = (database, authority, time);

    /// <summary>A text as it now is; null where nobody wrote one.</summary>
    public PackText? Find(TextKey key) => Read(
        "select period, edition, subject, version, state, words, signed from text_versions where authority = @0 and period = @1 and edition = @2 and subject = @3 order by version desc limit 1",
        _authority, key.Period.ToString(), (long)key.Edition, key.Subject).FirstOrDefault();

    /// <summary>Every version of a text, oldest first.</summary>
    public IReadOnlyList<PackText> History(TextKey key) => Read(
        "select period, edition, subject, version, state, words, signed from text_versions where authority = @0 and period = @1 and edition = @2 and subject = @3 order by version",
        _authority, key.Period.ToString(), (long)key.Edition, key.Subject);

    /// <summary>Every text of a period and edition as it now is, by subject.</summary>
    public IReadOnlyDictionary<string, PackText> Texts(Month period, int edition) => Read(
        """
        select t.period, t.edition, t.subject, t.version, t.state, t.words, t.signed from text_versions t
        where t.authority = @0 and t.period = @1 and t.edition = @2 and t.version =
          (select max(o.version) from text_versions o where o.authority = t.authority and o.period = t.period and o.edition = t.edition and o.subject = t.subject)
        order by t.subject
        """,
        _authority, period.ToString(), (long)edition).ToDictionary(t => t.Key.Subject, StringComparer.Ordinal);

    /// <summary>
    /// Saves words, half of them or whole, as a draft; signatures on earlier words go. Words equal to those there change nothing. A locked
    /// text is not changed. Where the text is no longer at the version read, the words are kept aside and nothing is overwritten.
    /// </summary>
    /// <param name="key">Which text.</param>
    /// <param name="words">The words.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="read">The version that the writer had read; 0 where there was none; null for whatever is there.</param>
    public TextOutcome Write(TextKey key, TextWords words, string by, int? read = null)
    {
        using var write = _database.Write();
        var now = Find(key);
        if (now is { State: TextState.Locked }) return new TextOutcome(now, Locked(now));
        if (read is { } version && version != (now?.Version ?? 0))
        {
            Keep(key, words, version, by);
            write.Commit();
            return new TextOutcome(now, $"{Since(now, version)} Nothing was overwritten. Your words are kept beside the text: read both, put them together, and save again.");
        }
        if (now is not null && Written(now.Words) == Written(words)) return new TextOutcome(now, "");
        var text = new PackText(key, (now?.Version ?? 0) + 1, words, TextState.Draft, new Signature(by, _time.GetUtcNow()), null, null, null);
        Add(text);
        write.Commit();
        return new TextOutcome(text, "");
    }

    /// <summary>Moves a text on: to review, agreed, locked. Whether its words may be signed is for the caller to check first.</summary>
    /// <param name="key">Which text.</param>
    /// <param name="to">The next state.</param>
    /// <param name="by">Who signs.</param>
    /// <param name="read">The version that the signer had read; null for whatever is there.</param>
    public TextOutcome Sign(TextKey key, TextState to, string by, int? read = null)
    {
        using var write = _database.Write();
        if (Find(key) is not { } now) return new TextOutcome(null, $"Nothing is written about {key.Subject} for {key.Period.Label}, edition {key.Edition}.");
        if (by.Trim().Length == 0) return new TextOutcome(now, "A signature needs a name.");
        if (read is { } version && version != now.Version) return new TextOutcome(now, $"{Since(now, version)} You did not sign it: read it as it is now.");
        if (now.State == to && to != TextState.Draft) return new TextOutcome(now, $"It is {Word(to)} already, by {Who(now)}. Nothing was changed.");
        var mayMove = (now.State, to) is (TextState.Draft, TextState.Review or TextState.Agreed) or (TextState.Review, TextState.Agreed or TextState.Draft)
            or (TextState.Agreed, TextState.Locked or TextState.Draft);
        if (!mayMove)
            return new TextOutcome(now, now.State == TextState.Locked ? Locked(now) : $"It is {Word(now.State)}, and can't be {Word(to)} from there: first it must be {Word(to == TextState.Locked ? TextState.Agreed : TextState.Draft)}.");
        var signature = new Signature(by.Trim(), _time.GetUtcNow());
        var text = now with
        {
            Version = now.Version + 1,
            State = to,
            Submitted = to == TextState.Review ? signature : to == TextState.Draft ? null : now.Submitted,
            Agreed = to == TextState.Agreed ? signature : to == TextState.Draft ? null : now.Agreed,
            Locked = to == TextState.Locked ? signature : null,
        };
        Add(text);
        write.Commit();
        return new TextOutcome(text, "");
    }

    /// <summary>Carries the texts of one edition over to the next, once: agreed as they were, to be checked again before they are locked.</summary>
    public void Carry(Month period, int from, int to)
    {
        using var write = _database.Write();
        var there = Texts(period, to);
        foreach (var text in Texts(period, from).Values.Where(t => !there.ContainsKey(t.Key.Subject)))
            Add(text with { Key = text.Key with { Edition = to }, Version = 1, State = text.State == TextState.Locked ? TextState.Agreed : text.State, Locked = null });
        write.Commit();
    }

    /// <summary>Words that came too late, oldest first.</summary>
    public IReadOnlyList<AsideText> Aside(TextKey key)
    {
        var kept = new List<AsideText>();
        using var command = _database.Command(
            "select words, based_on, name, at from texts_aside where authority = @0 and period = @1 and edition = @2 and subject = @3 order by number",
            _authority, key.Period.ToString(), (long)key.Edition, key.Subject);
        using var reader = command.ExecuteReader();
        while (reader.Read()) kept.Add(new AsideText(Words(reader.GetString(0)), (int)reader.GetInt64(1), new Signature(reader.GetString(2), IsoTime.Parse(reader.GetString(3)))));
        return kept;
    }

    private List<PackText> Read(string sql, params ReadOnlySpan<object?> values)
    {
        var texts = new List<PackText>();
        using var command = _database.Command(sql, values);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var signed = JsonSerializer.Deserialize<Signed>(reader.GetString(6))!;
            texts.Add(new PackText(new TextKey(Month.Parse(reader.GetString(0)), (int)reader.GetInt64(1), reader.GetString(2)), (int)reader.GetInt64(3), Words(reader.GetString(5)),
                Enum.Parse<TextState>(reader.GetString(4)), signed.Written, signed.Submitted, signed.Agreed, signed.Locked));
        }
        return texts;
    }

    private void Add(PackText text) => _database.Run(
        "insert into text_versions(authority, period, edition, subject, version, state, words, signed) values (@0, @1, @2, @3, @4, @5, @6, @7)",
        _authority, text.Key.Period.ToString(), (long)text.Key.Edition, text.Key.Subject, (long)text.Version, text.State.ToString(), Written(text.Words),
        JsonSerializer.Serialize(new Signed(text.Written, text.Submitted, text.Agreed, text.Locked)));

    private void Keep(TextKey key, TextWords words, int read, string by)
    {
        var number = _database.Number("select coalesce(max(number), 0) from texts_aside where authority = @0 and period = @1 and edition = @2 and subject = @3",
            _authority, key.Period.ToString(), (long)key.Edition, key.Subject) + 1;
        _database.Run("insert into texts_aside(authority, period, edition, subject, number, based_on, words, name, at) values (@0, @1, @2, @3, @4, @5, @6, @7, @8)",
            _authority, key.Period.ToString(), (long)key.Edition, key.Subject, number, (long)read, Written(words), by, IsoTime.Format(_time.GetUtcNow()));
    }

    private static string Locked(PackText text) => $"It was locked by {Who(text)}. A locked text is not changed: a correction is a new edition.";

    private static string Since(PackText? now, int read) => now is null ? $"You read version {read}, and there is no text now."
        : $"{(now.State == TextState.Draft ? now.Written.Name : Who(now))} changed it since you read it: you read version {read}, it is version {now.Version} ({Word(now.State)}).";

    private static string Who(PackText text)
    {
        var last = text.State switch { TextState.Locked => text.Locked, TextState.Agreed => text.Agreed, TextState.Review => text.Submitted, _ => text.Written } ?? text.Written;
        return $"{last.Name} on {EnglishDate.Format(LondonTime.DateOf(last.At))}";
    }

    private static string Word(TextState state) => state == TextState.Draft ? "a draft" : state.Word();

    private static string Written(TextWords words) => JsonSerializer.Serialize(words);

    private static TextWords Words(string written) => JsonSerializer.Deserialize<TextWords>(written)!;

    private sealed record Signed(Signature Written, Signature? Submitted, Signature? Agreed, Signature? Locked);
}
