namespace Bellwether.Indicators.Plain;

/// <summary>Yes, no, or can't be told.</summary>
internal enum Truth
{
    No,
    Yes,
    Unknown,
}

/// <summary>Whether there is a value, and if not, why.</summary>
internal enum Standing
{
    /// <summary>There is a value.</summary>
    Known,

    /// <summary>It has not happened.</summary>
    None,

    /// <summary>Nobody wrote it down.</summary>
    Unknown,
}

/// <summary>The value of an expression on one day: a date as day number, a number in natural units, a code or link by number, or a text.</summary>
internal readonly record struct Worth(Standing Standing, decimal Value = 0, string? Text = null)
{
    public static Worth None { get; } = new(Standing.None);

    public static Worth Unknown { get; } = new(Standing.Unknown);

    public static Worth Of(decimal value) => new(Standing.Known, value);

    public static Worth Of(string text) => new(Standing.Known, 0, text);

    public bool IsKnown => Standing == Standing.Known;

    public int Day => (int)Value;

    /// <summary>What is left of two values when one is missing: none wins over unknown, as a comparison with none is no whatever the other says.</summary>
    public static Worth Missing(Worth a, Worth b) =>
        a.Standing == Standing.None || b.Standing == Standing.None ? None : Unknown;
}

/// <summary>Three-valued logic (definition language 1.4).</summary>
internal static class Truths
{
    public static Truth Of(bool yes) => yes ? Truth.Yes : Truth.No;

    public static Truth And(Truth a, Truth b) =>
        a == Truth.No || b == Truth.No ? Truth.No : a == Truth.Yes && b == Truth.Yes ? Truth.Yes : Truth.Unknown;

    public static Truth Or(Truth a, Truth b) =>
        a == Truth.Yes || b == Truth.Yes ? Truth.Yes : a == Truth.No && b == Truth.No ? Truth.No : Truth.Unknown;

    public static Truth Not(Truth a) => a switch { Truth.Yes => Truth.No, Truth.No => Truth.Yes, _ => Truth.Unknown };

    public static Truth Any(IEnumerable<Truth> all) => all.Aggregate(Truth.No, Or);
}
