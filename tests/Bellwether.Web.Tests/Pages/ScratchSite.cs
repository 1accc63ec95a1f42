using Bellwether.Storage;
using Bellwether.Web.Access;
using Microsoft.AspNetCore.Builder;

namespace Bellwether.Web.Tests.Pages;

/// <summary>An empty demonstration home with its site on a free port, for tests that change it; gone afterwards.</summary>
internal sealed class ScratchSite : IAsyncDisposable
{
    private readonly WebApplication _site;
    private readonly Doorkeeper _keeper;

    private ScratchSite(string folder, Home home)
    {
        (Folder, Home, _keeper) = (folder, home, Doorkeeper.ForDemonstration(home.Authority));
        _site = Site.Build(new SiteSettings(Home, _keeper, 0, TimeProvider.System));
    }

    public string Folder { get; }

    public Home Home { get; }

    public static async Task<ScratchSite> StartAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"bellwether-upload-{Guid.NewGuid():N}");
        Home.Create(folder, "Test", "998");
        await File.AppendAllTextAsync(Path.Combine(folder, "authority.yaml"), "\ndemonstration: true\n");
        return await OverAsync(folder);
    }

    /// <summary>The site over a home that is there.</summary>
    public static async Task<ScratchSite> OverAsync(string folder)
    {
        var site = new ScratchSite(folder, Home.Open(folder, TimeProvider.System));
        await site._site.StartAsync();
        return site;
    }

    /// <summary>A client who has picked the person of a role.</summary>
    public Task<HttpClient> ClientAsync(Role role) => ClientAsync(_keeper.People.First(p => p.Role == role).Id);

    /// <summary>A client who has picked the person of that id.</summary>
    public async Task<HttpClient> ClientAsync(string person)
    {
        var client = Visitor.To(Site.AddressOf(_site));
        await ExampleSite.PickAsync(client, person);
        return client;
    }

    /// <summary>Loads files, each of a name and its lines, as the extract of a day.</summary>
    public LoadResult Load(DateOnly day, params (string Name, string[] Lines)[] files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "files", Guid.NewGuid().ToString("N"))).FullName;
        foreach (var (name, lines) in files) File.WriteAllLines(Path.Combine(folder, name), lines);
        var read = Home.Read([folder], day);
        if (read.IsRejected) throw new InvalidOperationException(read.Findings[0].ToString());
        return Home.Load(read, [folder], Home.Questions(read));
    }

    /// <summary>Sends a file to be checked, through the form.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, string content, string name = "contact_decisions.csv")
    {
        var token = FormToken.In(await client.GetStringAsync(new Uri("/loads/upload", UriKind.Relative)));
        return await client.PostAsync(new Uri("/loads/upload", UriKind.Relative), Upload(token, content, name));
    }

    /// <summary>Sends a file that goes out as its content writes it.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpContent content)
    {
        var token = FormToken.In(await client.GetStringAsync(new Uri("/loads/upload", UriKind.Relative)));
        return await client.PostAsync(new Uri("/loads/upload", UriKind.Relative), Upload(token, content, "contact_decisions.csv"));
    }

    public static MultipartFormDataContent Upload(string token, string content, string name) =>
        Upload(token, new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content)), name);

    private static MultipartFormDataContent Upload(string token, HttpContent file, string name)
    {
        var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{name.Replace("\r\n", "%0D%0A", StringComparison.Ordinal)}\"");
        form.Add(file);
        return form;
    }

    /// <summary>Sends a form with the token of the page it stands on.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, Uri address, string page, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", FormToken.In(page))]);
        return await client.PostAsync(address, form);
    }

    /// <summary>Ends the site and leaves its home.</summary>
    public async Task CloseAsync()
    {
        await _site.DisposeAsync();
        Home.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
