using Bellwether.Web.Access;
using Bellwether.Web.Packs;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Packs;

/// <summary>A file of a pack as it stands. A machine without a browser gets a page that says how to install one.</summary>
[LetsOut(Level.Drafts)]
public sealed class DraftFileModel : PackPage
{
    public string Back { get; private set; } = "";

    public IActionResult OnGet(string template, string scorecard, string period, string file)
    {
        if (AskedOf(template, scorecard, period) is not { } asked) return NotFound();
        var document = Room.Draft(asked).Document;
        Back = AddressOf(asked);
        var name = $"{asked.Id}-draft{Path.GetExtension(file)}";
        if (file == PackFormats.Pdf)
        {
            var work = Directory.CreateTempSubdirectory("bellwether-print-");
            try
            {
                if (PackFormats.Print(document, work.FullName, out var fault) is { } pdf) return File(pdf, PackFormats.TypeOf(file), name);
                Frame("No PDF", "Packs");
                return Page(fault);
            }
            finally { work.Delete(recursive: true); }
        }
        if (Room.Files(document).FirstOrDefault(f => f.Name == file) is not { } wanted) return NotFound();
        using var bytes = new MemoryStream();
        wanted.Write(bytes);
        return File(bytes.ToArray(), PackFormats.TypeOf(file), name);
    }
}
