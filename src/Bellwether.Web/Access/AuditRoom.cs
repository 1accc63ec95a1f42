using Bellwether.Extracts;
using Bellwether.Storage;

namespace Bellwether.Web.Access;

/// <summary>
/// The audit log for one person: what they are shown or do is written down before it happens, and who may read the log reads it here, each
/// reading a line of its own. The same from a page and from the command line.
/// </summary>
/// <param name="home">The home.</param>
/// <param name="person">Who acts or reads.</param>
/// <param name="turn">The lock around the home.</param>
public sealed partial class AuditRoom(Home home, Principal person, Lock turn)
{
    /// <summary>Writes down what the person is about to be shown or to do; it is on disk when this returns.</summary>
    /// <param name="action">What.</param>
    /// <param name="kind">What <paramref name="about"/> is.</param>
    /// <param name="about">Its id, never a child's and never typed by a person.</param>
    /// <param name="filter">What was asked for, in words of the product.</param>
    /// <param name="rows">Rows shown.</param>
    /// <param name="children">Ids of the children among them.</param>
    /// <exception cref="AuditUnwrittenException">It could not be written: show nothing, do nothing.</exception>
    public void Write(AuditAction action, string kind = "", string about = "", string filter = "", int rows = 0, IEnumerable<string>? children = null) =>
        Write(Note(action, kind, about) with { Filter = filter, Rows = rows, Children = children ?? [] });

    /// <summary>
    /// Writes down what a heading or word of the council's own is to mean; nothing of a line that will be refused. The heading or word itself is
    /// what staff wrote, names of people among it: the log says of which list it is, and what it now means.
    /// </summary>
    /// <exception cref="AuditUnwrittenException">It could not be written.</exception>
    public void Write(Mapping line)
    {
        if (Take(() => home.Mappings.Rules.Fault(line)).Length > 0) return;
        var means = line.Means.Length == 0 ? "taken back" : line.List == MappingRules.Team ? "read as a team" : $"read as {line.Means}";
        Write(AuditAction.ChangedMapping, line.Of == MappingOf.Column ? "heading" : "word", $"{line.Source}: {line.List}", means);
    }

    /// <summary>Writes down that something was refused.</summary>
    /// <param name="reason">Why, in words of the product.</param>
    /// <exception cref="AuditUnwrittenException">It could not be written.</exception>
    public void Refuse(AuditAction action, string kind, string about, string reason) => Write(Note(action, kind, about) with { IsRefused = true, Reason = reason });

    /// <summary>Writes down that something was refused because the role does not include it.</summary>
    /// <exception cref="AuditUnwrittenException">It could not be written.</exception>
    public void Refuse(string kind, string about) => Refuse(AuditAction.AskedForPage, kind, about, "the role does not include it");

    private void Write(AuditNote note)
    {
        lock (turn) home.Audit.Write(note);
    }

    private AuditNote Note(AuditAction action, string kind, string about) =>
        new(person.Id, person.Name, Rules.Work(person.Role), Rules.Scope(person), action) { Kind = kind, Object = about };
}
