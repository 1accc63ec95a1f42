namespace Bellwether.Web.Access;

/// <summary>Who may be let have what. The one table of rights; everything else asks it.</summary>
public static class Rules
{
    /// <summary>True where the person may have that level: the role, and for restricted cases the list of those who may.</summary>
    public static bool MayHave(Principal person, Level level) => MayHave(person.Role, level) && (level != Level.Restricted || person.MaySeeRestricted);

    /// <summary>True where the role may have that level at all; scope then narrows which rows.</summary>
    public static bool MayHave(Role role, Level level) => (role, level) switch
    {
        (_, Level.Nothing) => true,
        (Role.PrivacyOfficer, _) => level == Level.Audit,
        (_, Level.Audit) => false,
        (_, Level.Aggregates) => true,
        (Role.Analyst, _) => true,
        (Role.TeamManager, Level.Children or Level.Drafts) => true,
        _ => false,
    };

    /// <summary>A role in words, for the audit log.</summary>
    public static string Work(Role role) => role switch
    {
        Role.Analyst => "analyst",
        Role.TeamManager => "team manager",
        Role.Member => "elected member",
        _ => "privacy officer",
    };

    /// <summary>Whose children a person may see, in words, for the audit log.</summary>
    public static string Scope(Principal person) => person.Role switch
    {
        Role.Analyst => "whole authority",
        Role.TeamManager => person.Teams.Count == 0 ? "no team" : $"teams {string.Join(' ', person.Teams)}",
        _ => "no child",
    } + (person.MaySeeRestricted && MayHave(person, Level.Children) ? ", restricted cases too" : "");
}
