namespace Bellwether.Example;

/// <summary>
/// Writes the world as a folder of Standard Safeguarding Dataset tables, <c>ssd_*.csv</c>, with the deployed column names and ISO dates. Only what had been
/// entered by the day of the extract is in it; rows wholly ended six years before are not; no name or full address is ever written. Besides the tables an
/// address table gives each child's postcode sector, which is invented.
/// </summary>
public static class SsdFolder
{
    /// <returns>The number of rows written.</returns>
    public static int Write(World world, DateOnly extractedOn, string folder)
    {
        Directory.CreateDirectory(folder);
        var extract = new Extract(world, extractedOn);
        var rows = 0;
        void Save(string table, CsvSheet sheet)
        {
            sheet.Save(folder, $"ssd_{table}.csv");
            rows += sheet.Rows;
        }
        SsdHelp.Write(extract, Save);
        SsdProtection.Write(extract, Save);
        SsdCare.Write(extract, Save);
        SsdPlacing.Write(extract, Save);
        SsdStaff.Write(extract, Save);
        SsdIdentity.Write(extract, Save);
        return rows;
    }
}
