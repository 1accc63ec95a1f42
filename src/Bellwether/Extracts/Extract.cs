namespace Bellwether.Extracts;

/// <summary>What reading some files gave: records, statements, findings and a receipt that accounts for every row.</summary>
/// <param name="Records">The records; empty where every file was rejected.</param>
/// <param name="DataDate">The day the extract was taken: given, else worked out from its dates and shown, never today. Null where nothing dated was read.</param>
/// <param name="DataDateIsGiven">False where it was worked out.</param>
/// <param name="Findings">In order of file, sheet and row.</param>
/// <param name="Receipt">One line a list or file.</param>
public sealed record Extract(
    RecordSet Records, DateOnly? DataDate, bool DataDateIsGiven, IReadOnlyList<Finding> Findings, IReadOnlyList<ReceiptLine> Receipt)
{
    /// <summary>True where any file was rejected: then nothing may be loaded.</summary>
    public bool IsRejected => Findings.Any(f => f.Outcome == Outcome.Rejected);

    /// <summary>True where a person's answers are all that stands against the files.</summary>
    public bool IsAsking => IsRejected && Findings.All(f => f.Outcome != Outcome.Rejected || f.Choices.Count > 0);

    /// <summary>The yeses that this reading went by, each with the source it holds for.</summary>
    public IReadOnlyList<Decided> Decided { get; init; } = [];

    /// <summary>What a yes said of headings: lines for columns.csv, to be kept where the load goes on.</summary>
    public IReadOnlyList<Mapping> Mapped { get; init; } = [];
}

/// <summary>A yes that a reading went by.</summary>
/// <param name="Source">The source it holds for.</param>
/// <param name="Code">What it said yes to.</param>
public sealed record Decided(string Source, string Code);

/// <summary>What became of one list's rows: <c>Rows = Loaded + Repeated + Blank + SetAside</c>, always.</summary>
/// <param name="File">File name without folder.</param>
/// <param name="Sheet">Sheet; empty for a CSV.</param>
/// <param name="List">What it was recognised as: "Annex A list 7: Child protection", "SSD ssd_cp_plans", "values".</param>
/// <param name="HeadingRow">The row of the headings, from 1; 0 where none was found.</param>
/// <param name="Rows">Rows under the headings, blank ones included.</param>
/// <param name="Loaded">Rows that gave records.</param>
/// <param name="Repeated">Exact copies of an earlier row, counted once.</param>
/// <param name="Blank">Rows with nothing in them.</param>
/// <param name="SetAside">Rows left out, each with a finding.</param>
/// <param name="Noted">Values noted in loaded rows.</param>
/// <param name="Ignored">Columns that are not used, by heading.</param>
public sealed record ReceiptLine(
    string File, string Sheet, string List, int HeadingRow, int Rows, int Loaded, int Repeated, int Blank, int SetAside, int Noted,
    IReadOnlyList<string> Ignored)
{
    /// <summary>Of the rows set aside, those that are totals, footers or messages of the program that made the file: nothing is lost with them.</summary>
    public int NoRecords { get; init; }

    /// <summary>True for a list of restricted children: how many it has is for those alone who may know.</summary>
    public bool IsRestricted { get; init; }
}
