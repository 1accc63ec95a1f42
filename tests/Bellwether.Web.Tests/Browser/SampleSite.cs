using System.Text;
using Bellwether.Web.Look;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bellwether.Web.Tests.Browser;

/// <summary>
/// A small web server that shows the real layout and partials around sample figures, on a free port of the loopback address,
/// under the policy that pages are served with: nothing but our own files, no inline style, no script.
/// </summary>
internal sealed class SampleSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SampleSite(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Starts a site whose only page is <paramref name="frame"/> around the <paramref name="parts"/>: partial and model, or a string of markup.</summary>
    public static async Task<SampleSite> StartAsync(PageFrame frame, params (string Partial, object Model)[] parts)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddRouting();
        builder.Services.AddRazorPages().AddApplicationPart(typeof(PageFrame).Assembly);
        var app = builder.Build();
        app.MapLookFiles();
        app.MapGet("/", async (HttpContext http) =>
        {
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            var body = new StringBuilder();
            foreach (var (partial, model) in parts) body.Append(partial.Length == 0 ? model : await PartialAsync(http, partial, model));
            return Results.Content(await LayoutAsync(http, frame, body.ToString()), "text/html; charset=utf-8");
        });
        await app.StartAsync();
        return new SampleSite(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<string> PartialAsync(HttpContext http, string name, object model)
    {
        var context = ActionOf(http);
        var view = http.RequestServices.GetRequiredService<ICompositeViewEngine>().GetView(null, $"/Pages/Shared/{name}.cshtml", false).EnsureSuccessful([]).View!;
        await using var writer = new StringWriter();
        await view.RenderAsync(ViewOf(http, context, view, model, writer));
        return writer.ToString();
    }

    private static async Task<string> LayoutAsync(HttpContext http, PageFrame frame, string body)
    {
        var services = http.RequestServices;
        var page = services.GetRequiredService<IRazorPageFactoryProvider>().CreateFactory("/Pages/Shared/_Layout.cshtml").RazorPageFactory!();
        var engine = services.GetRequiredService<IRazorViewEngine>();
        var activator = services.GetRequiredService<IRazorPageActivator>();
        var view = new RazorView(engine, activator, [], page, services.GetRequiredService<System.Text.Encodings.Web.HtmlEncoder>(), new System.Diagnostics.DiagnosticListener("sample"));
        await using var writer = new StringWriter();
        var context = ViewOf(http, ActionOf(http), view, null, writer);
        frame.Set(context.ViewData);
        page.BodyContent = new HtmlString(body);
        page.IsLayoutBeingRendered = true;
        page.PreviousSectionWriters = new Dictionary<string, RenderAsyncDelegate>();
        page.ViewContext = context;
        activator.Activate(page, context);
        await page.ExecuteAsync();
        return writer.ToString();
    }

    private static Microsoft.AspNetCore.Mvc.ActionContext ActionOf(HttpContext http) => new(http, new RouteData(), new ActionDescriptor());

    private static ViewContext ViewOf(HttpContext http, Microsoft.AspNetCore.Mvc.ActionContext action, IView view, object? model, TextWriter writer)
    {
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        var temp = new TempDataDictionary(http, http.RequestServices.GetRequiredService<ITempDataProvider>());
        return new ViewContext(action, view, data, temp, writer, new HtmlHelperOptions());
    }
}
