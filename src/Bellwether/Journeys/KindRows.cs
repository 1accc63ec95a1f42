using Bellwether.Codes;

namespace Bellwether.Journeys;

/// <summary>
/// The records of one kind, one column a field, sorted by subject, then by <c>date</c> or <c>start</c>, then by key. Never changed once built.
/// Shapes: every column <c>[Count]</c>; <see cref="Offset"/> <c>[subjects + 1]</c>; subject s owns rows Offset[s] .. Offset[s+1]-1.
/// </summary>
public sealed class KindRows
{
    private readonly int[][] _fields;
    private readonly Func<int, string> _keys;

    /// <summary>Takes columns already sorted; <paramref name="subject"/> ascending.</summary>
    public KindRows(RecordKind kind, int subjects, int[] subject, int[][] fields, string[] keys, int[] place, int[] sourceRow)
        : this(kind, subjects, subject, fields, row => keys[row], place, sourceRow)
    {
    }

    /// <summary>The same with keys that are made when asked for: there are as many as rows, and few are ever looked at.</summary>
    public KindRows(RecordKind kind, int subjects, int[] subject, int[][] fields, Func<int, string> keys, int[] place, int[] sourceRow)
    {
        Kind = kind;
        Subject = subject;
        _fields = fields;
        _keys = keys;
        Place = place;
        SourceRow = sourceRow;
        Offset = new int[subjects + 1];
        foreach (var s in subject) Offset[s + 1]++;
        for (var s = 0; s < subjects; s++) Offset[s + 1] += Offset[s];
    }

    /// <summary>The kind of every row.</summary>
    public RecordKind Kind { get; }

    /// <summary>How many rows.</summary>
    public int Count => Subject.Length;

    /// <summary>Child, worker or team number of each row.</summary>
    public int[] Subject { get; }

    /// <summary>Where each subject's rows begin.</summary>
    public int[] Offset { get; }

    /// <summary>Where the row came from: number in <see cref="Journeys.Places"/>; -1 for a derived row.</summary>
    public int[] Place { get; }

    /// <summary>The row a person sees there.</summary>
    public int[] SourceRow { get; }

    /// <summary>One field's column, as <see cref="RecordField"/> encodes it; links are row numbers of the linked kind.</summary>
    public int[] Field(int field) => _fields[field];

    /// <summary>The record's own key.</summary>
    public string Key(int row) => _keys(row);

    /// <summary><c>date</c> or <c>start</c>.</summary>
    public int[] First => _fields[0];

    /// <summary><c>end</c> of a spell: none while open.</summary>
    public int[] End => _fields[1];
}
