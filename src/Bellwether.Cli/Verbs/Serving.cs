using Bellwether.Storage;
using Bellwether.Web;
using Bellwether.Web.Access;
using Microsoft.Extensions.Hosting;

namespace Bellwether.Cli.Verbs;

/// <summary>Runs the site of a home until it is interrupted.</summary>
internal static class Serving
{
    public static async Task<int> Run(Terminal terminal, string folder, int port, CancellationToken cancel, Role role = Role.Analyst)
    {
        using var home = Home.Open(folder, TimeProvider.System);
        if (home.WhatHappened() is { Length: > 0 } happened) terminal.Say(happened);
        var word = "";
        var door = home.Authority.IsDemonstration ? Doorkeeper.ForDemonstration(home.Authority) : Doorkeeper.ForOne(out word, role);
        Site.KeepIncomingIn(home);
        await using var site = Site.Build(new SiteSettings(home, door, port, TimeProvider.System));
        await site.StartAsync(cancel);
        terminal.Line(home.Authority.IsDemonstration
            ? $"Open {Site.AddressOf(site)} and pick an invented person. Stop with Ctrl+C."
            : $"Open {new Uri(Site.AddressOf(site), $"/open?key={word}")} in a browser on this machine. The link works once. Stop with Ctrl+C.");
        foreach (var message in home.Catalogue().Messages.Where(m => m.Severity == Indicators.Language.Severity.Error)) terminal.Say($"Left out: {message}");
        await site.WaitForShutdownAsync(cancel);
        return Exit.Ok;
    }
}
