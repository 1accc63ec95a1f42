using Bellwether.Web.Access;
using Bellwether.Web.Packs;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Packs;

/// <summary>A file of a published edition, as it was published.</summary>
[LetsOut(Level.Aggregates)]
public sealed class EditionFileModel : PackPage
{
    public IActionResult OnGet(string id, string file)
    {
        if (Room.Edition(id) is not { } edition || !edition.Files.ContainsKey(file) || (file == "grounds.json" && !Room.MayDraft)) return NotFound();
        return PhysicalFile(Room.PathOf(edition, file), PackFormats.TypeOf(file), $"{edition.Id}{Path.GetExtension(file)}");
    }
}
