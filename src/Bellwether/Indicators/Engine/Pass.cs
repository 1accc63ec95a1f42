using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Journeys;

namespace Bellwether.Indicators.Engine;

/// <summary>What one pass of one definition stands on: journeys, window, and the days it looks at.</summary>
internal sealed class Pass
{
    private readonly Dictionary<string, SubjectRows> _subjects = new(StringComparer.Ordinal);
    private RecordKind? _kind;
    private KindRows? _rows;

    public Pass(Journeys.Journeys journeys, LookUps lookUps, DayTables tables, BoundIndicator indicator, Window window, int horizon, int cutoff, Scratch scratch)
    {
        (Journeys, LookUps, Tables, Indicator, Window, Horizon) = (journeys, lookUps, tables, indicator, window, horizon);
        (Cutoff, Scratch) = (cutoff, scratch);
        Fields = new FieldReading(journeys, lookUps) { Cutoff = cutoff, LooksUpOnCaseDate = indicator.Form == CaseForm.Dated };
        FarDay = Math.Min(horizon, DateOnly.MaxValue.DayNumber - 2000) + 1200;
    }

    public Journeys.Journeys Journeys { get; }

    public LookUps LookUps { get; }

    public DayTables Tables { get; }

    public BoundIndicator Indicator { get; }

    public Window Window { get; }

    /// <summary>The day on which dated cases are read: the data date.</summary>
    public int Horizon { get; }

    /// <summary>Records dated later are not there.</summary>
    public int Cutoff { get; }

    /// <summary>How far a value that moves every day is followed.</summary>
    public int FarDay { get; }

    /// <summary>For a dated definition that says "in window": the day asked; −1 otherwise.</summary>
    public int Asked { get; set; } = -1;

    /// <summary>
    /// True where what is asked about dated cases is worked out for any date the case may have: the day looked at is the case's, and what is
    /// known is what is known at <see cref="Horizon"/>.
    /// </summary>
    public bool IsOfAnyCaseDate
    {
        get => Fields.KnownAt >= 0;
        init => Fields.KnownAt = value ? Horizon : -1;
    }

    /// <summary>For the conditions of a clock's timescale: due date and start of the turn about to begin, by case.</summary>
    public int[]? ClockDue { get; set; }

    /// <inheritdoc cref="ClockDue"/>
    public int[]? ClockPrevious { get; set; }

    public Scratch Scratch { get; }

    public FieldReading Fields { get; }

    public KindRows Rows(RecordKind kind)
    {
        if (!ReferenceEquals(kind, _kind)) (_kind, _rows) = (kind, Journeys.Rows(kind.Name));
        return _rows!;
    }

    /// <summary>The first day on which what is dated so no longer counts in the window.</summary>
    public int LetGo(int day) => DayTables.LetGo(Window, day);

    /// <summary>The records of a kind by the subject of the cases.</summary>
    public SubjectRows BySubject(RecordKind cases, RecordKind kind)
    {
        var name = cases.Subject == kind.Subject ? kind.Name : $"{kind.Name} by {cases.Subject}";
        if (!_subjects.TryGetValue(name, out var rows)) _subjects.Add(name, rows = SubjectRows.Of(Journeys, cases, kind));
        return rows;
    }
}

/// <summary>Where each subject's rows are: <c>Row[Offset[s]] .. Row[Offset[s + 1] - 1]</c>, or those numbers themselves where Row is null.</summary>
internal sealed record SubjectRows(int[] Offset, int[]? Row)
{
    /// <summary>Rows of a kind of the cases' own subject; for a worker's cases, a child's records with that worker; otherwise none.</summary>
    public static SubjectRows Of(Journeys.Journeys journeys, RecordKind cases, RecordKind kind)
    {
        var rows = journeys.Rows(kind.Name);
        if (cases.Subject == kind.Subject) return new SubjectRows(rows.Offset, null);
        var subjects = cases.Subject switch
        {
            SubjectKind.Worker => journeys.WorkerIds.Count,
            SubjectKind.Team => journeys.TeamCodes.Count,
            _ => journeys.ChildIds.Count,
        };
        var offset = new int[subjects + 1];
        var type = cases.Subject switch { SubjectKind.Worker => FieldType.Worker, SubjectKind.Team => FieldType.Team, _ => FieldType.Link };
        var field = type == FieldType.Link ? -1 : kind.Fields.ToList().FindIndex(f => f.Type == type);
        if (field < 0) return new SubjectRows(offset, []);
        var column = rows.Field(field);
        foreach (var s in column)
            if (s >= 0) offset[s + 1]++;
        for (var s = 0; s < subjects; s++) offset[s + 1] += offset[s];
        var next = offset.ToArray();
        var order = new int[offset[^1]];
        for (var r = 0; r < column.Length; r++)
            if (column[r] >= 0) order[next[column[r]]++] = r;
        return new SubjectRows(offset, order);
    }
}
