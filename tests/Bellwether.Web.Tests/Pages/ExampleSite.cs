using Bellwether.Example;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>
/// A demonstration home with a small invented council in it, made once for all tests of pages, and its site on a free port.
/// </summary>
public sealed class ExampleSite : IAsyncLifetime
{
    public static readonly DateOnly DataDate = new(2026, 9, 30);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"bellwether-web-{Guid.NewGuid():N}");
    private readonly string _asideFolder = Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"bellwether-aside-{Guid.NewGuid():N}");
    private Home? _home, _aside;

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

    /// <summary>
    /// A gate over what is known, past the pages, which writes into an audit log aside: in memory where the machine lets it, for the lists of a
    /// property test are thousands and each entry would wait for the disk.
    /// </summary>
    internal Gate GateOver(Knowledge known, Principal person, IReadOnlyList<string>? restricted = null) =>
        new(known.Performance, known.Journeys, person, new Shelves(_aside ??= Aside(), 1, null, new Lock())) { RestrictedIds = restricted ?? [] };

    private Home Aside()
    {
        Home.Create(_asideFolder, "Aside", "998");
        return Home.Open(_asideFolder, TimeProvider.System);
    }

    /// <summary>A gate past the pages, to know what they should show.</summary>
    public Gate GateOf(Role role) => Gate.ForOwner(Home, null, Person(role));

    public Principal Person(Role role) => Keeper.People.First(p => p.Role == role);

    /// <summary>A browser-like client that has picked that person; none without a role. Redirects are followed.</summary>
    public async Task<HttpClient> ClientAsync(Role? role)
    {
        var client = Visitor.To(Address);
        if (role is { } picked) await PickAsync(client, Person(picked).Id);
        return client;
    }

    public static async Task<HttpResponseMessage> PickAsync(HttpClient client, string person)
    {
        var token = FormToken.In(await client.GetStringAsync(new Uri("/people", UriKind.Relative)));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["person"] = person, ["__RequestVerificationToken"] = token });
        return await client.PostAsync(new Uri("/people", UriKind.Relative), form);
    }

    public async ValueTask DisposeAsync()
    {
        if (Environment.GetEnvironmentVariable("BELLWETHER_FAULTS") is { Length: > 0 } file) await File.WriteAllLinesAsync(file, Faults);
        if (App is not null) await App.DisposeAsync();
        _home?.Dispose();
        _aside?.Dispose();
        foreach (var folder in new[] { _folder, _asideFolder }.Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
    }
}
