<#
Writes the SSD tables of a SQL Server database as one folder of CSV files: UTF-8, RFC 4180, dates as ISO. Only reads: SELECT, in one
snapshot transaction where the database allows it. Signs in as you are signed in to Windows.
Use: ./export-ssd.ps1 -Server HOST -Database HDM_Local [-Schema ssd_development] -Folder FOLDER
#>
param(
    [Parameter(Mandatory)] [string] $Server,
    [Parameter(Mandatory)] [string] $Database,
    [string] $Schema = 'ssd_development',
    [Parameter(Mandatory)] [string] $Folder
)
$ErrorActionPreference = 'Stop'

# Never exported: the names and addresses of people, and the tables that describe the database.
$withoutColumns = 'pers_forename', 'pers_surname', 'prof_professional_name', 'addr_address_json'
$withoutTables = 'ssd_version_log', 'ssd_api_data_staging', 'ssd_cohort', 'ssd_dim_date', 'ssd_pre_cla_care_plan'

if (Test-Path $Folder) { throw "$Folder is there already. Name a new folder: nothing is overwritten." }
$part = "$Folder.part.$PID"
New-Item -ItemType Directory -Path $part | Out-Null
$utf8 = New-Object System.Text.UTF8Encoding($false)
$invariant = [Globalization.CultureInfo]::InvariantCulture

function Write-Cell([IO.TextWriter] $to, $value) {
    if ($value -is [DBNull]) { return }
    if ($value -is [datetime]) { $text = $value.ToString('yyyy-MM-ddTHH:mm:ss', $invariant) }
    elseif ($value -is [bool]) { $text = if ($value) { 'Y' } else { 'N' } }
    elseif ($value -is [IFormattable]) { $text = $value.ToString($null, $invariant) }
    else { $text = [string] $value }
    if ($text.IndexOfAny([char[]] ",`"`r`n") -ge 0) { $text = '"' + $text.Replace('"', '""') + '"' }
    $to.Write($text)
}

$connection = New-Object System.Data.SqlClient.SqlConnection("Server=$Server;Database=$Database;Integrated Security=True;ApplicationIntent=ReadOnly;Application Name=Bellwether SSD export")
try {
    $connection.Open()
    $ask = $connection.CreateCommand()
    $ask.CommandText = "select snapshot_isolation_state from sys.databases where name = db_name()"
    $level = if ([int] $ask.ExecuteScalar() -eq 1) { [Data.IsolationLevel]::Snapshot } else { [Data.IsolationLevel]::ReadCommitted }
    $transaction = $connection.BeginTransaction($level)

    $ask = $connection.CreateCommand()
    $ask.Transaction = $transaction
    $ask.CommandText = "select table_name, column_name from information_schema.columns where table_schema = @schema and table_name like 'ssd[_]%' order by table_name, ordinal_position"
    [void] $ask.Parameters.AddWithValue('@schema', $Schema)
    $tables = [ordered] @{}
    $reader = $ask.ExecuteReader()
    while ($reader.Read()) {
        $table = $reader.GetString(0); $column = $reader.GetString(1)
        if ($withoutTables -contains $table -or $withoutColumns -contains $column) { continue }
        if (-not $tables.Contains($table)) { $tables[$table] = New-Object Collections.Generic.List[string] }
        $tables[$table].Add($column)
    }
    $reader.Close()
    if ($tables.Count -eq 0) { throw "The schema $Schema of $Database holds no table ssd_… that you may read." }

    foreach ($table in $tables.Keys) {
        $columns = $tables[$table]
        $select = $connection.CreateCommand()
        $select.Transaction = $transaction
        $select.CommandTimeout = 0
        $select.CommandText = 'select ' + (($columns | ForEach-Object { "[$($_.Replace(']', ']]'))]" }) -join ', ') + " from [$($Schema.Replace(']', ']]'))].[$($table.Replace(']', ']]'))]"
        $to = New-Object IO.StreamWriter((Join-Path $part "$($table.ToLowerInvariant()).csv"), $false, $utf8)
        $to.NewLine = "`r`n"
        $rows = $select.ExecuteReader([Data.CommandBehavior]::SequentialAccess)
        try {
            $to.WriteLine($columns -join ',')
            while ($rows.Read()) {
                for ($c = 0; $c -lt $columns.Count; $c++) {
                    if ($c -gt 0) { $to.Write(',') }
                    Write-Cell $to $rows.GetValue($c)
                }
                $to.WriteLine()
            }
        }
        finally { $rows.Close(); $to.Dispose() }
    }
    $transaction.Rollback()
    Move-Item $part $Folder
    Write-Output "$($tables.Count) tables in $Folder"
}
finally {
    $connection.Dispose()
    if (Test-Path $part) { Remove-Item -Recurse -Force $part }
}
