using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Bellwether.Codes;
using Bellwether.Journeys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Bellwether.Web.Access;

/// <summary>
/// Who may come in. A demonstration home lets the reader pick an invented person. Any other home, until there is sign-in, opens by a
/// one-time link printed in the terminal and knows one person; every other request is refused.
/// </summary>
public sealed class Doorkeeper
{
    /// <summary>The cookie's scheme.</summary>
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private byte[]? _key;

    private Doorkeeper(IReadOnlyList<Principal> people, byte[]? key) => (People, _key) = (people, key);

    /// <summary>Everybody who could come in.</summary>
    public IReadOnlyList<Principal> People { get; }

    /// <summary>True where the reader picks an invented person.</summary>
    public bool IsDemonstration { get; private init; }

    /// <summary>For a home made by <c>demo</c>: an invented analyst, the invented manager of its first case-holding team, the lead of restricted cases, a member, a privacy officer.</summary>
    public static Doorkeeper ForDemonstration(Authority authority)
    {
        var team = authority.Teams.FirstOrDefault(t => t.Kind == "CSWT" && t.To is null) ?? authority.Teams.FirstOrDefault(t => t.To is null);
        const string Invented = "an invented person. Every child, worker and figure here is invented.";
        return new Doorkeeper(
        [
            new Principal("alex", "Alex Reed", Role.Analyst, [], $"You are Alex Reed, performance analyst: {Invented}"),
            new Principal("sam", "Sam Okoro", Role.TeamManager, team is null ? [] : [team.Code], $"You are Sam Okoro, manager of {team?.Name ?? "no team"}: {Invented}"),
            new Principal("robin", "Robin Hale", Role.Analyst, [], $"You are Robin Hale, performance analyst and lead of restricted cases: {Invented}") { MaySeeRestricted = true },
            new Principal("jo", "Councillor Jo Marsh", Role.Member, [], $"You are Councillor Jo Marsh, elected member: {Invented}"),
            new Principal("kim", "Kim Doyle", Role.PrivacyOfficer, [], $"You are Kim Doyle, privacy officer: {Invented}"),
        ], null)
        { IsDemonstration = true };
    }

    /// <summary>For any other home: one person, analyst or privacy officer, and the word that opens the door once.</summary>
    public static Doorkeeper ForOne(out string word, Role role = Role.Analyst)
    {
        word = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var work = Rules.Work(role);
        var one = new Principal(work.Replace(' ', '-'), $"{EnglishText.Capital(work)} of this home", role, [], $"One user, no sign-in: whoever opens this page acts as the {work} of this home.");
        return new Doorkeeper([one], SHA256.HashData(Encoding.ASCII.GetBytes(word)));
    }

    /// <summary>Takes the word of the one-time link; true once.</summary>
    public bool Open(string word)
    {
        var key = _key;
        if (key is null || !CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(word)), key)) return false;
        return Interlocked.CompareExchange(ref _key, null, key) == key;
    }

    /// <summary>The person of this request; null where nobody came in.</summary>
    public Principal? Of(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true
            ? People.FirstOrDefault(p => p.Id == context.User.FindFirstValue(ClaimTypes.NameIdentifier))
            : null;

    /// <summary>Lets a person in.</summary>
    public static Task Admit(HttpContext context, Principal person) => context.SignInAsync(
        Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person.Id)], Scheme)));
}
