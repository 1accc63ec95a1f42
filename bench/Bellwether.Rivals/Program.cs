using System.Globalization;
using Bellwether.Rivals;

// measure DATA HOME CELLS [WARM]   the workload as the product does it, once, or WARM times in one process; prints one line of JSON
// compare SIZE RUNS WORK           all engines on one size, their cells compared first, runs in turn; writes results/SIZE.csv
// page                             writes docs/rivals.md and its chart from results/*.csv
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["measure", var data, var home, var cells]: return Workload.Once(data, home, cells);
    case ["measure", var data, var home, var cells, var warm]: return Workload.Warm(data, home, cells, int.Parse(warm, CultureInfo.InvariantCulture));
    case ["compare", var size, var runs, var work]: return new Comparison(Directory.GetCurrentDirectory(), work, size, int.Parse(runs, CultureInfo.InvariantCulture)).Run();
    case ["page"]: return RivalsPage.Write(Directory.GetCurrentDirectory());
    default:
        Console.Error.WriteLine("measure DATA HOME CELLS [WARM] | compare SIZE RUNS WORK | page");
        return 2;
}
