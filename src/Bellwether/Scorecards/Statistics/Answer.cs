using System.Diagnostics.CodeAnalysis;

namespace Bellwether.Scorecards;

/// <summary>A result, or the reason in words why there is none: "not enough points", never a made-up number.</summary>
/// <param name="Value">The result; null where there is none.</param>
/// <param name="Because">Why there is none, without a full stop; empty where there is one.</param>
public sealed record Answer<T>(T? Value, string Because)
    where T : class
{
    /// <summary>True where there is a result.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsGiven => Value is not null;

    public static implicit operator Answer<T>(T value) => new(value, "");

    internal static Answer<T> None(string because) => new(null, because);
}
