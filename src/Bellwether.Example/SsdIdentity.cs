namespace Bellwether.Example;

/// <summary>People, families, mothers, disabilities, immigration status and the invented postcode sector. Written last: it holds whoever the other tables name.</summary>
internal static class SsdIdentity
{
    public static void Write(Extract x, Action<string, CsvSheet> save)
    {
        var children = x.People.ToArray();
        foreach (var child in children)
            if (child.Mother is { } m) x.Include(m);
        save("person", People(x));
        var disability = new CsvSheet("disa_table_id,disa_person_id,disa_disability_code");
        var family = new CsvSheet("fami_table_id,fami_family_id,fami_person_id");
        var mother = new CsvSheet("moth_table_id,moth_person_id,moth_childs_person_id,moth_childs_dob");
        var address = new CsvSheet("addr_table_id,addr_person_id,addr_address_type,addr_address_start_date,addr_address_end_date,addr_address_postcode,addr_address_json");
        var status = new CsvSheet("immi_immigration_status_id,immi_person_id,immi_immigration_status,immi_immigration_status_start_date,immi_immigration_status_end_date");
        foreach (var p in x.People)
        {
            for (var i = 0; i < Math.Max(1, p.Disabilities.Length); i++)
                if (!p.IsMother) disability.Row($"DIS{p.Id}{i}", p.Id, p.Disabilities.Length == 0 ? "NONE" : p.Disabilities[i]);
            family.Row("FAM" + p.Id, $"F{p.Family:D6}", p.Id);
            if (p.Mother is { } m) mother.Row("MOT" + p.Id, m.Id, p.Id, p.BirthKnownBy(x.On) ? Extract.Day(p.Born) : "");
            address.Row("ADR" + p.Id, p.Id, "Home", p.BirthKnownBy(x.On) ? Extract.Day(p.Born) : "", "", p.Sector.Replace(" ", "", StringComparison.Ordinal), "");
            if (p.Uasc) status.Row("IMM" + p.Id, p.Id, "UASC - Unaccompanied Asylum Seeking Child", Extract.Day(p.Born.AddYears(15)), p.Born.AddYears(18) <= x.On ? Extract.Day(p.Born.AddYears(18)) : "");
        }
        save("disability", disability);
        save("family", family);
        save("mother", mother);
        save("address", address);
        save("immigration_status", status);
    }

    private static CsvSheet People(Extract x)
    {
        var t = new CsvSheet("pers_person_id,pers_legacy_id,pers_upn,pers_single_unique_id,pers_forename,pers_surname,pers_sex,pers_gender,pers_ethnicity,pers_dob,pers_expected_dob,pers_death_date,pers_upn_unknown,pers_send_flag,pers_is_mother,pers_nationality");
        foreach (var p in x.People) Add(t, x, p, p.Id);
        foreach (var p in x.AsFormer) Add(t, x, p, p.Former!.Value.Id);
        return t;
    }

    private static void Add(CsvSheet t, Extract x, Person p, string id)
    {
        var born = p.BirthKnownBy(x.On) && p.Born <= x.On;
        t.Row(id, "L" + id, "", "", "", "", born || p.IsMother ? p.Sex : "U", born || p.IsMother ? p.Sex : "U", p.Ethnicity, born ? Extract.Day(p.Born) : "",
            p.Expected is { } e ? Extract.Day(e) : "", "", "", "", Extract.Yes(p.IsMother), "");
    }
}
