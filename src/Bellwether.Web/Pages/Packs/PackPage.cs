using Bellwether.Calendar;
using Bellwether.Web.Packs;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Packs;

/// <summary>What every page about packs has: the room where they are made, and one line that says what came of the last step.</summary>
public abstract class PackPage : SitePage
{
    private PackRoom? _room;

    /// <summary>Where packs are made.</summary>
    public PackRoom Room => _room ??= Reader.Packs;

    /// <summary>Why the last step was refused; empty where it was not.</summary>
    public string Refused { get; protected set; } = "";

    /// <summary>What was done.</summary>
    public string Done { get; protected set; } = "";

    /// <summary>The name that stands in forms until another is typed.</summary>
    public string Me => Reader.Person!.Name;

    /// <summary>The pack of an address; null where there is none such.</summary>
    protected PackAsked? AskedOf(string template, string scorecard, string period)
    {
        if (!Month.TryParse(period, out var month)) return null;
        try { return Room.Ask(template, scorecard, month); }
        catch (PackAskedException) { return null; }
    }

    /// <summary>The address of a pack.</summary>
    public static string AddressOf(PackAsked asked) => $"/packs/{asked.Template.Id}/{asked.Scorecard.Id}/{asked.Period}";

    /// <summary>The address of a pack's board of texts.</summary>
    public static string BoardOf(PackAsked asked) => $"/commentary/{asked.Template.Id}/{asked.Scorecard.Id}/{asked.Period}";

    /// <summary>The address of one text.</summary>
    public static string TextOf(PackAsked asked, string subject) => $"{BoardOf(asked)}/{subject}";

    /// <summary>A page that answers a form with what went wrong.</summary>
    protected IActionResult Page(string refused)
    {
        Refused = refused;
        return Page();
    }
}
