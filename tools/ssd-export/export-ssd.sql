-- Prints, for each SSD table of a SQL Server schema, the bcp command that writes it as a tab-separated file with headings. Only reads.
-- Use: sqlcmd -S HOST -d HDM_Local -h -1 -y 0 -i export-ssd.sql -o export-ssd.cmd     then, in a new folder: export-ssd.cmd
-- Names and addresses are left out. Tabs and line ends within texts become spaces. -C 65001 writes UTF-8 (bcp 14 or newer).
set nocount on;
declare @schema sysname = N'ssd_development';
with columns_of as (
  select table_name, column_name, ordinal_position,
    case when data_type in ('date', 'datetime', 'datetime2', 'smalldatetime') then 'convert(varchar(19), ' + quotename(column_name) + ', 126)'
         else 'replace(replace(replace(convert(nvarchar(max), ' + quotename(column_name) + '), char(9), '' ''), char(13), '' ''), char(10), '' '')' end as said
  from information_schema.columns
  where table_schema = @schema and table_name like 'ssd[_]%'
    and table_name not in ('ssd_version_log', 'ssd_api_data_staging', 'ssd_cohort', 'ssd_dim_date', 'ssd_pre_cla_care_plan')
    and column_name not in ('pers_forename', 'pers_surname', 'prof_professional_name', 'addr_address_json')
)
select 'bcp "select ' + string_agg(cast('''' + column_name + '''' as nvarchar(max)), ',') within group (order by ordinal_position)
  + ' union all select ' + string_agg(cast(said as nvarchar(max)), ',') within group (order by ordinal_position)
  + ' from ' + quotename(db_name()) + '.' + quotename(@schema) + '.' + quotename(table_name) + '" queryout ' + lower(table_name) + '.csv -c -t \t -C 65001 -S ' + @@servername + ' -T -K ReadOnly'
from columns_of
group by table_name;
