using System.Globalization;

namespace Bellwether.Storage;

/// <summary>An entry of the audit log as it stands there.</summary>
/// <param name="Number">1, 2, 3 … without a gap.</param>
/// <param name="At">UTC.</param>
/// <param name="Who">Short id of the person.</param>
/// <param name="Name">The person's name then.</param>
/// <param name="Role">As what.</param>
/// <param name="Scope">Whose children the person could see then.</param>
/// <param name="Action">In words: one of <see cref="AuditActions.All"/>.</param>
/// <param name="Kind">What <paramref name="Object"/> is; empty for none.</param>
/// <param name="Object">Id of what was looked at or changed.</param>
/// <param name="Filter">What was asked for.</param>
/// <param name="Rows">Rows shown.</param>
/// <param name="Ids">SHA-256 of the marks of the children among them; empty where none was.</param>
/// <param name="Reason">Why; mostly empty.</param>
/// <param name="IsRefused">True where nothing was shown or done.</param>
/// <param name="Product">The version that wrote it.</param>
/// <param name="Previous">Hash of the entry before.</param>
/// <param name="Hash">Of this one.</param>
public sealed record AuditEntry(
    long Number, DateTimeOffset At, string Who, string Name, string Role, string Scope, string Action, string Kind, string Object, string Filter,
    int Rows, string Ids, string Reason, bool IsRefused, string Product, string Previous, string Hash);

/// <summary>Which entries are looked for; what is left out does not narrow.</summary>
public sealed record AuditFilter
{
    /// <summary>Short id of a person.</summary>
    public string Who { get; init; } = "";

    /// <summary>An action in words.</summary>
    public string Action { get; init; } = "";

    /// <summary>A UTC day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Only what was refused.</summary>
    public bool RefusedOnly { get; init; }
}

/// <summary>The end of the log at some time. Kept where whoever can write to the store can't reach it, it shows that entries were cut off or rewritten.</summary>
/// <param name="Number">Number of the newest entry; 0 where there is none.</param>
/// <param name="Hash">Its hash; zeros where there is none.</param>
public sealed record AuditHead(long Number, string Hash)
{
    /// <summary>The end of a log without an entry.</summary>
    public static AuditHead Nothing { get; } = new(0, new string('0', 64));

    /// <summary>"1234 9f86…", as <see cref="TryRead"/> takes it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} {Hash}");

    /// <summary>Reads the first two words of a line; false where they are no head.</summary>
    public static bool TryRead(string line, out AuditHead head)
    {
        head = Nothing;
        if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var number, var hash, ..]) return false;
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower)) return false;
        head = new AuditHead(at, hash);
        return true;
    }
}

/// <summary>What checking the log found.</summary>
/// <param name="Head">The last entry that was found as written.</param>
/// <param name="FirstBad">The first entry that is not as it was written, or is missing; null where all are.</param>
/// <param name="Fault">What is wrong with it, in a sentence; empty where nothing is.</param>
/// <param name="IsAll">True where the check came to the end of the log.</param>
public sealed record AuditVerdict(AuditHead Head, long? FirstBad, string Fault, bool IsAll);

/// <summary>The log could not be written, so nothing was shown or done. The message is for the person who asked.</summary>
public sealed class AuditUnwrittenException(Exception why) : IOException(
    "Nothing was shown or done, because it could not be written down who asked: the audit log can't be written. The disk may be full, or the store may be closed to writing. Figures can still be read.", why);
