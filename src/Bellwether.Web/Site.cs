using System.Net;
using Bellwether.Storage;
using Bellwether.Web.Access;
using Bellwether.Web.Look;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Bellwether.Web;

/// <summary>What a site needs to know.</summary>
/// <param name="Home">An opened home; the caller disposes it after the site.</param>
/// <param name="Doorkeeper">Who may come in.</param>
/// <param name="Port">On 127.0.0.1; 0 takes a free one.</param>
/// <param name="Time">The clock.</param>
/// <param name="Log">Takes lines about faults of ours; no address in them holds an id.</param>
public sealed record SiteSettings(Home Home, Doorkeeper Doorkeeper, int Port, TimeProvider Time, Action<string>? Log = null);

/// <summary>The pages of a home, on the loopback address only.</summary>
public static class Site
{
    /// <summary>Builds the site, not yet started. Reads no settings from files or the environment.</summary>
    public static WebApplication Build(SiteSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production", ApplicationName = typeof(Site).Assembly.GetName().Name });
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
            kestrel.Listen(IPAddress.Loopback, settings.Port);
        });
        AddServices(builder.Services, settings);
        var app = builder.Build();
        app.UseSafeguards();
        app.UseStatusCodePagesWithReExecute("/problem/{0}");
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<Door>();
        Map(app);
        return app;
    }

    /// <summary>
    /// Has what is still coming in of an upload kept among the home's uploads, for its owner's eyes only, and not in the machine's temporary
    /// folder. Once in a process, before its first site takes a request.
    /// </summary>
    public static void KeepIncomingIn(Home home) => Environment.SetEnvironmentVariable("ASPNETCORE_TEMP", Uploads.Incoming(home));

    /// <summary>Where a started site listens.</summary>
    public static Uri AddressOf(WebApplication started)
    {
        var server = started.Services.GetRequiredService<IServer>();
        return new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    private static void AddServices(IServiceCollection services, SiteSettings settings)
    {
        services.AddSingleton(settings.Time).AddSingleton(settings.Doorkeeper).AddSingleton(new Desk(settings.Home, settings.Time));
        services.AddSingleton(new RequestLog(settings.Log ?? (_ => { })));
        // Keys live in memory: when the server ends, so does every cookie it gave.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAuthentication(Doorkeeper.Scheme).AddCookie(Doorkeeper.Scheme, cookie =>
        {
            // The __Host- prefix needs TLS, which a loopback address does not have; the rest of its terms hold. Ports share cookies, so the name tells homes apart.
            cookie.Cookie.Name = $"bellwether-{settings.Port}";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.Cookie.Path = "/";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
            cookie.SlidingExpiration = false;
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = $"bellwether-form-{settings.Port}";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddRouting();
        services.AddRazorPages(pages => pages.Conventions.AddPageRoute("/People", "/")).AddApplicationPart(typeof(Site).Assembly);
    }

    private static void Map(WebApplication app)
    {
        app.MapLookFiles().WithMetadata(new LetsOutAttribute(Level.Nothing));
        app.MapRazorPages();
        app.MapGet("/open", OpenAsync).WithMetadata(new LetsOutAttribute(Level.Nothing), new OneTimeLink());
    }

    private static async Task OpenAsync(HttpContext http, Doorkeeper keeper)
    {
        if (keeper.IsDemonstration || keeper.Of(http) is not null)
        {
            http.Response.Redirect("/");
            return;
        }
        if (!keeper.Open(http.Request.Query["key"].ToString()))
        {
            await PlainPage.WriteAsync(http, StatusCodes.Status403Forbidden, "This link does not open",
                "It was used already, or it is not the one that serve printed. Stop serve and start it again for a new link.");
            return;
        }
        await Doorkeeper.Admit(http, keeper.People[0]);
        http.Response.Redirect("/");
    }
}
