using Bellwether.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages;

/// <summary>The page of a demonstration that lets the reader be one of the invented people, and change to another.</summary>
[LetsOut(Level.Nothing)]
public sealed class PeopleModel : SitePage
{
    public IReadOnlyList<Principal> People => Reader.Keeper.People;

    public string? Current => Reader.Person?.Id;

    /// <summary>At <c>/</c> whoever came in goes on to the scorecard; a home without invented people has nothing to pick.</summary>
    public IActionResult OnGet()
    {
        if (Reader.Person is not null && HttpContext.Request.Path == "/") return Redirect(First(Reader.Person));
        if (!Reader.Keeper.IsDemonstration) return NotFound();
        Frame("Pick a person", "Change person", figures: false);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? person)
    {
        if (!Reader.Keeper.IsDemonstration || People.FirstOrDefault(p => p.Id == person) is not { } picked) return NotFound();
        await Doorkeeper.Admit(HttpContext, picked);
        return Redirect(First(picked));
    }

    private static string First(Principal person) => Rules.MayHave(person.Role, Level.Aggregates) ? "/scorecard" : "/audit";

    /// <summary>What a person does.</summary>
    public string Work(Principal person) => person.Role switch
    {
        Role.Analyst => person.MaySeeRestricted ? "performance analyst and lead of restricted cases" : "performance analyst",
        Role.TeamManager => $"manager of {Teams(person)}",
        Role.PrivacyOfficer => "privacy officer",
        _ => "elected member",
    };

    /// <summary>What a person sees, in a sentence.</summary>
    public string Sees(Principal person) => person.Role switch
    {
        Role.Analyst when person.MaySeeRestricted => "Sees all that an analyst sees, and the restricted cases; places, reviews and lifts restrictions.",
        Role.Analyst => "Sees every figure, every case behind a figure, and what each load found.",
        Role.TeamManager => $"Sees every figure, and the cases of {Teams(person)} only.",
        Role.PrivacyOfficer => "Sees who was shown which lists of children, who was refused and who changed what. No figure and no case; can change nothing.",
        _ => "Sees figures only, never a case.",
    };

    private string Teams(Principal person) => person.Teams.Count == 0 ? "no team" : string.Join(" and ",
        person.Teams.Select(code => Reader.Authority.Teams.LastOrDefault(t => t.Code == code)?.Name ?? code));
}
