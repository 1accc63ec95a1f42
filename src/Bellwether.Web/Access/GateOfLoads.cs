using Bellwether.Extracts;
using Bellwether.Storage;

namespace Bellwether.Web.Access;

/// <summary>What the gate lets through of loads: past ones with their findings, and files on their way in.</summary>
public sealed partial class Gate
{
    /// <summary>Every load, newest first. Of its findings no words and no place: those come from <see cref="FindingsOf"/>.</summary>
    /// <exception cref="NotPermittedException">The reader may not see loads.</exception>
    public IReadOnlyList<StoredLoad> Loads()
    {
        Demand(Level.Loads);
        return Take(() => _shelves.Home.Store.Loads()).Reverse().Select(Listed).Select(l => l with { Findings = [.. l.Findings.Select(Blank)] }).ToList();
    }

    /// <summary>What a load found, whole; for the newest also what was found when the records of all loads were put together. Nothing where there is no such load.</summary>
    /// <exception cref="NotPermittedException">The reader may not see loads.</exception>
    public IReadOnlyList<Finding> FindingsOf(int load)
    {
        Demand(Level.Loads);
        var loads = Take(() => _shelves.Home.Store.Loads());
        if (loads.FirstOrDefault(l => l.Id == load) is not { } found) return [];
        // What putting the records together found is known of the newest state only.
        return Told(AuditAction.ReadFindings, "load", Text(load), load == loads[^1].Id ? [.. Listed(found).Findings, .. _journeys.Findings] : Listed(found).Findings);
    }

    /// <summary>What a load changed, and what that did to each line of the scorecard; null where there is no such load.</summary>
    /// <exception cref="NotPermittedException">The reader may not see loads.</exception>
    public LoadDifference? Difference(int load)
    {
        Demand(Level.Loads);
        if (Take(() => _shelves.Home.Store.Loads()).All(l => l.Id != load)) return null;
        return Take(() => _shelves.Home.Difference(null, load, _shelves.KnownAfter));
    }

    /// <summary>A load's findings by code and kind, with the lines of the scorecard they touch and by how much at most.</summary>
    /// <exception cref="NotPermittedException">The reader may not see loads.</exception>
    public IReadOnlyList<FindingGroup> GroupsOf(StoredLoad load)
    {
        Demand(Level.Loads);
        return Take(() => _shelves.Home.Group(load.Findings, _shelves.KnownAfter(load.Id)));
    }

    /// <summary>Keeps files that came through the browser until they are checked; the upload's id.</summary>
    /// <exception cref="NotPermittedException">The reader may not load.</exception>
    public async Task<string> ReceiveAsync(IEnumerable<(string Name, Func<Stream> Open)> files, CancellationToken cancel)
    {
        Demand(Level.Loading);
        var id = await _shelves.Uploads!.KeepAsync(files, cancel);
        try { Audit.Write(AuditAction.ReceivedUpload, "upload", id); }
        catch (AuditUnwrittenException)
        {
            _shelves.Uploads.Discard(id);
            throw;
        }
        return id;
    }

    /// <summary>An upload as read with some questions answered with yes; null where there is none of that id.</summary>
    /// <exception cref="NotPermittedException">The reader may not load.</exception>
    public CheckedUpload? Check(string id, IReadOnlyList<string> yes)
    {
        Demand(Level.Loading);
        if (Take(() => _shelves.Uploads!.Read(id, yes) is not { } extract ? null : new CheckedUpload(extract, _shelves.Home.Questions(extract))) is not { } upload) return null;
        Told(AuditAction.CheckedUpload, "upload", id, upload.Extract.Findings);
        return upload;
    }

    /// <summary>Loads an upload; null where a question has no yes.</summary>
    /// <exception cref="NotPermittedException">The reader may not load.</exception>
    public LoadResult? Accept(string id, IReadOnlyList<string> yes)
    {
        Demand(Level.Loading);
        if (!_shelves.Uploads!.Has(id)) return null;
        Audit.Write(AuditAction.AcceptedFiles, "upload", id);
        var result = Take(() => _shelves.Uploads.Accept(id, yes, Principal.Name));
        if (result is null) Audit.Refuse(AuditAction.LoadedFiles, "upload", id, "a question has no yes, or the files are rejected");
        else Audit.Write(AuditAction.LoadedFiles, "load", Text(result.Load), result.IsRepeat ? "nothing new" : "");
        return result;
    }

    /// <summary>Takes an upload away.</summary>
    /// <exception cref="NotPermittedException">The reader may not load.</exception>
    public void Discard(string id)
    {
        Demand(Level.Loading);
        if (!_shelves.Uploads!.Has(id)) return;
        Audit.Write(AuditAction.DiscardedUpload, "upload", id);
        Take(() => { _shelves.Uploads.Discard(id); return true; });
    }

    /// <summary>The rules that answers to questions about loads made.</summary>
    /// <exception cref="NotPermittedException">The reader may not load.</exception>
    public IReadOnlyList<Answer> Answers()
    {
        Demand(Level.Loading);
        return Take(() => _shelves.Home.Answers);
    }

    /// <summary>Takes such a rule back.</summary>
    /// <exception cref="NotPermittedException">The reader may not load.</exception>
    public void Forget(string source, string code)
    {
        Demand(Level.Loading);
        // Only what is there goes into the log: a form can be sent with any words.
        if (!Answers().Any(a => a.Source == source && a.Code == code)) return;
        Audit.Write(AuditAction.ForgotAnswer, "answer", $"{source}: {code}");
        Take(() => { _shelves.Home.Forget(source, code); return true; });
    }

    /// <summary>A finding that says its code and size and nothing of where or about whom.</summary>
    private static Finding Blank(Finding finding) => finding with { File = "", Sheet = "", Column = "", Found = "", ToDo = "", Choices = [], AskedOf = "" };
}
