using Bellwether.Storage;

namespace Bellwether.Web.Access;

/// <summary>
/// Stands between the addresses and what they serve. Nobody's request passes where a person is needed; an endpoint without a declared
/// rule is never served; a role without the level is refused in words.
/// </summary>
internal sealed class Door(RequestDelegate next, Desk desk, Doorkeeper keeper, RequestLog log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var endpoint = http.GetEndpoint();
        if (!TryPerson(http, out var person))
        {
            await PlainPage.WriteAsync(http, StatusCodes.Status500InternalServerError, "Nobody can come in",
                "The file people.csv of the home can’t be read, and what it refuses must not be passed over. Whoever keeps the home: put it right; bellwether cases or bellwether restrict list says what is wrong with it.");
            return;
        }
        var asked = http.Request.Query[KnownAt.Name].ToString();
        var isAsked = KnownAt.TryRead(asked, out var knownAt);
        if (knownAt is { } day) http.Response.OnStarting(() => Carry(http.Response, day));
        http.Features.Set(new Reader(desk, keeper, person, knownAt));
        var level = endpoint?.Metadata.GetMetadata<LetsOutAttribute>()?.Level;
        if (person is null && !MayKnock(endpoint, level))
        {
            if (keeper.IsDemonstration) http.Response.Redirect("/");
            else await PlainPage.WriteAsync(http, StatusCodes.Status403Forbidden, "This page is closed",
                "It opens by the one-time link that serve printed in the terminal. If the link was used already, stop serve and start it again for a new one.");
            return;
        }
        if (endpoint is null || !isAsked) http.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (level is null)
        {
            log.Write("endpoint without a rule refused", endpoint);
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (level != Level.Nothing && !Rules.MayHave(person!, level.Value)) Refuse(http, endpoint, person!);
        else await PassAsync(http, endpoint);
    }

    /// <summary>The person with their rights as people.csv has them now; false where it can't be read.</summary>
    private bool TryPerson(HttpContext http, out Principal? person)
    {
        person = keeper.Of(http);
        try { person = person is null ? null : desk.WithRights(person); }
        catch (Exception e) when (e is Codes.ShelfException or IOException or UnauthorizedAccessException) { return false; }
        return true;
    }

    /// <summary>Who is sent on stays at what was known then.</summary>
    private static Task Carry(HttpResponse response, DateOnly day)
    {
        if (response.Headers.Location.ToString() is ['/', not '/', ..] or "/") response.Headers.Location = KnownAt.In(response.Headers.Location.ToString(), day);
        return Task.CompletedTask;
    }

    private void Refuse(HttpContext http, Endpoint endpoint, Principal person)
    {
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        // The pattern of the address, never the address: that may hold ids.
        try { desk.AuditOf(person).Refuse("page", $"{(HttpMethods.IsPost(http.Request.Method) ? "POST" : "GET")} /{(endpoint as RouteEndpoint)?.RoutePattern.RawText}"); }
        catch (AuditUnwrittenException) { log.Write("a refused try could not be written into the audit log", endpoint); }
    }

    private bool MayKnock(Endpoint? endpoint, Level? level) => keeper.IsDemonstration
        ? level == Level.Nothing
        : endpoint?.Metadata.GetMetadata<OneTimeLink>() is not null;

    private async Task PassAsync(HttpContext http, Endpoint endpoint)
    {
        try
        {
            await next(http);
        }
        catch (NotPermittedException) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        catch (AuditUnwrittenException) when (!http.Response.HasStarted)
        {
            log.Write("the audit log can't be written, so nothing was shown", endpoint);
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        catch (Exception fault) when (!http.Response.HasStarted && fault is not OperationCanceledException)
        {
            // The fault's own message may hold data, so only its kind and place are written.
            log.Write($"{fault.GetType().Name}{Environment.NewLine}{fault.StackTrace}", endpoint);
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }
}

/// <summary>Lines for whoever runs the server: what went wrong and at which kind of address, never which one, for addresses may hold ids.</summary>
/// <param name="write">Takes one line.</param>
internal sealed class RequestLog(Action<string> write)
{
    public void Write(string what, Endpoint endpoint) =>
        write($"{(endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "no address"}: {what}");
}
