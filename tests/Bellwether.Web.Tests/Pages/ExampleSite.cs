using System.Text.RegularExpressions;
using Bellwether.Example;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>
/// A demonstration home with a small invented council in it, made once for all tests of pages, and its site on a free port.
/// </summary>
public sealed partial class ExampleSite : IAsyncLifetime
{
    public static readonly DateOnly DataDate = new(2026, 9, 30);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"bellwether-web-{Guid.NewGuid():N}");
    private Home? _home;

    public Home Home => _home!;

    public WebApplication App { get; private set; } = null!;

    public Uri Address => Site.AddressOf(App);

    public Doorkeeper Keeper { get; private set; } = null!;

    /// <summary>Lines about faults of ours.</summary>
    public List<string> Faults { get; } = [];

    public async ValueTask InitializeAsync()
    {
        Home.Create(_folder, "Wessenshire (invented)", "997");
        await File.AppendAllTextAsync(Path.Combine(_folder, "authority.yaml"), "\ndemonstration: true\n");
        var world = ExampleAuthority.Simulate(ExampleAuthority.DefaultSeed, DataDate.AddYears(-3).AddDays(1), DataDate, 0.05);
        var extract = Path.Combine(_folder, "extracts");
        SsdFolder.Write(world, DataDate, extract);
        LocalCsvs.Write(world, DataDate, extract);
        _home = Home.Open(_folder, TimeProvider.System);
        var read = _home.Read([extract], DataDate);
        Assert.False(read.IsRejected, string.Join(Environment.NewLine, read.Findings.Take(3)));
        _home.Load(read, [extract]);
        Keeper = Doorkeeper.ForDemonstration(_home.Authority);
        App = Site.Build(new SiteSettings(_home, Keeper, 0, TimeProvider.System, Faults.Add));
        await App.StartAsync();
    }

    /// <summary>A gate past the pages, to know what they should show.</summary>
    public Gate GateOf(Role role)
    {
        var known = Home.AsKnown();
        return new Gate(known.Performance, known.Journeys, Person(role));
    }

    public Principal Person(Role role) => Keeper.People.First(p => p.Role == role);

    /// <summary>A browser-like client that has picked that person; none without a role. Redirects are followed.</summary>
    public async Task<HttpClient> ClientAsync(Role? role)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = Address };
        if (role is { } picked) await PickAsync(client, Person(picked).Id);
        return client;
    }

    public static async Task<HttpResponseMessage> PickAsync(HttpClient client, string person)
    {
        var token = Token().Match(await client.GetStringAsync(new Uri("/people", UriKind.Relative))).Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["person"] = person, ["__RequestVerificationToken"] = token });
        return await client.PostAsync(new Uri("/people", UriKind.Relative), form);
    }

    public async ValueTask DisposeAsync()
    {
        if (Environment.GetEnvironmentVariable("BELLWETHER_FAULTS") is { Length: > 0 } file) await File.WriteAllLinesAsync(file, Faults);
        if (App is not null) await App.DisposeAsync();
        _home?.Dispose();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
