using Bellwether.Calendar;
using Bellwether.Publications.Documents;
using Bellwether.Publications.Packs;

namespace Bellwether.Web.Packs;

/// <summary>Which pack: template, scorecard and month, and what is special about the edition asked for.</summary>
/// <param name="Template">How it is laid out.</param>
/// <param name="Scorecard">Whose indicators.</param>
/// <param name="Period">The month.</param>
public sealed record PackAsked(PackTemplate Template, Indicators.Definitions.Scorecard Scorecard, Month Period)
{
    /// <summary>The pack's id, the same for all its editions.</summary>
    public string Id => $"{Template.Id}-{Scorecard.Id}-{Period}";

    /// <summary>Why the edition before is replaced; empty for a first one.</summary>
    public string Correction { get; init; } = "";

    /// <summary>For supplementary pages: the edition they complete.</summary>
    public string Completes { get; init; } = "";

    /// <summary>For supplementary pages: their indicators.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Districts shown, by code; empty for all.</summary>
    public IReadOnlyList<string> Districts { get; init; } = [];
}

/// <summary>A pack as it stands today, with all that stands in the way of publishing it.</summary>
/// <param name="Asked">Which.</param>
/// <param name="Order">What it was built to be.</param>
/// <param name="Material">What it was built from.</param>
/// <param name="Document">The document.</param>
/// <param name="Faults">What lint says.</param>
/// <param name="Small">Every small number, decided or not; none unless it is public.</param>
/// <param name="Undecided">Those that nobody decided on.</param>
public sealed record PackDraft(
    PackAsked Asked, PackOrder Order, PackMaterial Material, Document Document, IReadOnlyList<PackFault> Faults, IReadOnlyList<SmallNumber> Small, IReadOnlyList<SmallNumber> Undecided);

/// <summary>What came of publishing.</summary>
/// <param name="Edition">The edition; null where it was refused.</param>
/// <param name="Refused">Why, a line each.</param>
/// <param name="Warnings">What is missing from it all the same, such as a PDF on a machine without a browser.</param>
public sealed record PublishOutcome(Storage.Edition? Edition, IReadOnlyList<string> Refused, IReadOnlyList<string> Warnings);

/// <summary>The pack asked for can't be: the message says why and what to write.</summary>
public sealed class PackAskedException(string message) : Exception(message);
