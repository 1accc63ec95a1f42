namespace Bellwether.Storage;

/// <summary>What is written down, in the field's words. A closed list: an entry is of one of these.</summary>
public enum AuditAction
{
    /// <summary>The cases behind a figure were listed.</summary>
    ListedCases,

    /// <summary>A worklist was listed.</summary>
    ListedWorklist,

    /// <summary>The cases that came, left or changed their verdict between two days were listed.</summary>
    ListedMovement,

    /// <summary>Figures were shown worker by worker.</summary>
    ShowedWorkers,

    /// <summary>Figures were crossed, or shown of one cohort: cells as small as one child.</summary>
    CrossedFigures,

    /// <summary>Findings were read, which may name ids of children.</summary>
    ReadFindings,

    /// <summary>A page was asked for that the role does not include.</summary>
    AskedForPage,

    /// <summary>Files came in, to be checked.</summary>
    ReceivedUpload,

    /// <summary>Files that had come in were read, and what was found in them shown.</summary>
    CheckedUpload,

    /// <summary>Somebody said that files are to be loaded.</summary>
    AcceptedFiles,

    /// <summary>Files were loaded, or that was refused.</summary>
    LoadedFiles,

    /// <summary>Files that had come in were thrown away.</summary>
    DiscardedUpload,

    /// <summary>An answer that was kept was taken back.</summary>
    ForgotAnswer,

    /// <summary>What a heading or a word of the council's own means was set or taken back.</summary>
    ChangedMapping,

    /// <summary>A text of a pack was sent to review, agreed, locked, or taken back.</summary>
    SignedText,

    /// <summary>A small number was hidden or kept.</summary>
    DecidedSmallNumber,

    /// <summary>An edition was published.</summary>
    PublishedEdition,

    /// <summary>The register of restricted cases was read.</summary>
    ReadRestricted,

    /// <summary>A case was restricted, a restriction reviewed or lifted.</summary>
    ChangedRestriction,

    /// <summary>The audit log was read.</summary>
    ReadAudit,
}

/// <summary>The actions in words: in the log, on pages and on the command line.</summary>
public static class AuditActions
{
    private static readonly (AuditAction Action, string Words)[] Known =
    [
        (AuditAction.ListedCases, "listed cases"), (AuditAction.ListedWorklist, "listed a worklist"), (AuditAction.ListedMovement, "listed a movement"),
        (AuditAction.ShowedWorkers, "figures by worker"), (AuditAction.CrossedFigures, "figures crossed"), (AuditAction.ReadFindings, "read findings"),
        (AuditAction.AskedForPage, "asked for a page"), (AuditAction.ReceivedUpload, "sent an upload"), (AuditAction.CheckedUpload, "checked an upload"),
        (AuditAction.AcceptedFiles, "accepted files"), (AuditAction.LoadedFiles, "loaded files"), (AuditAction.DiscardedUpload, "discarded an upload"), (AuditAction.ForgotAnswer, "took an answer back"),
        (AuditAction.ChangedMapping, "changed a heading or word"), (AuditAction.SignedText, "signed a text"), (AuditAction.DecidedSmallNumber, "decided a small number"),
        (AuditAction.PublishedEdition, "published an edition"), (AuditAction.ReadRestricted, "read the restricted register"),
        (AuditAction.ChangedRestriction, "changed a restriction"), (AuditAction.ReadAudit, "read the audit"),
    ];

    /// <summary>Every action in words, in the order of the list.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Known.Select(k => k.Words)];

    /// <summary>An action in words.</summary>
    public static string Words(this AuditAction action) => Array.Find(Known, k => k.Action == action).Words;
}

/// <summary>
/// What somebody is shown or does, before it is numbered. Holds ids and words of the product alone: no name, birth date or address of a child,
/// no text that a person typed, no name of a file. Ids of children go in by <see cref="Children"/> only, and come out as keyed hashes.
/// </summary>
/// <param name="Who">Short id of the person.</param>
/// <param name="Name">The person's name, as pages show it.</param>
/// <param name="Role">As what.</param>
/// <param name="Scope">Whose children the person could see.</param>
/// <param name="Action">What was done or tried.</param>
public sealed record AuditNote(string Who, string Name, string Role, string Scope, AuditAction Action)
{
    /// <summary>What <see cref="Object"/> is: indicator, load, upload, edition …; empty for none.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Id of what was looked at or changed; never a child's.</summary>
    public string Object { get; init; } = "";

    /// <summary>Day, window, breakdown: what was asked for.</summary>
    public string Filter { get; init; } = "";

    /// <summary>Rows shown.</summary>
    public int Rows { get; init; }

    /// <summary>Ids of the children among them, in any order, repeated or not.</summary>
    public IEnumerable<string> Children { get; init; } = [];

    /// <summary>Why, where that is not plain: why it was refused.</summary>
    public string Reason { get; init; } = "";

    /// <summary>True where nothing was shown or done.</summary>
    public bool IsRefused { get; init; }
}
