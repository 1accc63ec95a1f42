using System.Globalization;
using Bellwether.Formats;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["write", var kind, var size, var folder]: return FormatFiles.Write(kind, int.Parse(size, CultureInfo.InvariantCulture), folder);
    case ["read", var step, var times, .. var paths]: return OwnReading.Run(step, int.Parse(times, CultureInfo.InvariantCulture), paths);
    case ["load", var place, .. var paths]: return OwnReading.Load(place, paths);
    case ["measure", var runs, .. var sizes]: return sizes.Max(s => new Measuring(Directory.GetCurrentDirectory(), int.Parse(runs, CultureInfo.InvariantCulture)).Run(int.Parse(s, CultureInfo.InvariantCulture)));
    case ["page"]: return FormatsPage.Write(Directory.GetCurrentDirectory());
    default:
        Console.Error.WriteLine("write KIND SIZE FOLDER | read STEP TIMES FILE… | load sqlite|postgres FILE… | measure RUNS SIZE… | page");
        return 2;
}
