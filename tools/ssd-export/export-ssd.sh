#!/bin/sh
# Writes the SSD tables of a PostgreSQL schema as one folder of CSV files. Only reads. Connection: psql's own variables (PGHOST, PGUSER, PGDATABASE, PGSERVICE).
# Use: ./export-ssd.sh FOLDER [SCHEMA]
set -eu

# Never exported: the names and addresses of people, and the tables that describe the database.
without_columns="'pers_forename','pers_surname','prof_professional_name','addr_address_json'"
without_tables="'ssd_version_log','ssd_api_data_staging','ssd_cohort','ssd_dim_date','ssd_pre_cla_care_plan'"

if [ $# -lt 1 ] || [ $# -gt 2 ]; then
  echo "Use: $0 FOLDER [SCHEMA]" >&2
  exit 2
fi
folder=${1%/}
schema=${2:-ssd_development}
if [ -e "$folder" ]; then
  echo "$folder is there already. Name a new folder: nothing is overwritten." >&2
  exit 1
fi
part="$folder.part.$$"
mkdir -p "$part"
trap 'rm -rf "$part"' EXIT

psql -X -q -A -t -v ON_ERROR_STOP=1 -v schema="$schema" >"$part/copies" <<SQL
select format('\copy (select %s from %I.%I) to %L with (format csv, header true, encoding ''UTF8'')',
         string_agg(quote_ident(column_name), ', ' order by ordinal_position), table_schema, table_name, lower(table_name) || '.csv')
from information_schema.columns
where table_schema = :'schema' and lower(table_name) like 'ssd\_%'
  and lower(table_name) not in ($without_tables) and lower(column_name) not in ($without_columns)
group by table_schema, table_name
order by table_name;
SQL
if [ ! -s "$part/copies" ]; then
  echo "The schema $schema holds no table ssd_… that you may read." >&2
  exit 1
fi

{
  echo "set datestyle = iso;"
  echo "begin transaction isolation level repeatable read read only;"
  cat "$part/copies"
  echo "commit;"
} | (cd "$part" && psql -X -q -v ON_ERROR_STOP=1)
rm "$part/copies"
mv "$part" "$folder"
echo "$(ls "$folder" | wc -l) tables in $folder"
