package dev.seaworthy.cli;

import dev.seaworthy.cli.CompletionWords.Command;
import dev.seaworthy.cli.CompletionWords.Option;
import java.util.List;
import java.util.Map;

/** The words of the command line for PowerShell; where none is offered, it completes files itself. */
final class PowerShellCompletion {

  private PowerShellCompletion() {}

  static String of(CompletionWords words) {
    StringBuilder table = new StringBuilder();
    for (Map.Entry<String, Command> entry : words.commands().entrySet()) {
      Command command = entry.getValue();
      table
          .append("    '")
          .append(entry.getKey())
          .append("' = @{ words = ")
          .append(list(command.words()));
      table
          .append("; options = ")
          .append(list(command.options().stream()
              .map(option -> option.names().get(option.names().size() - 1))
              .toList()));
      table.append("; values = @{ ");
      for (Option option : command.options()) {
        if (option.takesValue()) {
          option
              .names()
              .forEach(name -> table
                  .append("'")
                  .append(name)
                  .append("' = ")
                  .append(list(option.values()))
                  .append("; "));
        }
      }
      table.append("} }\n");
    }
    return "# Made by: seaworthy completion powershell\n" + """
        Register-ArgumentCompleter -Native -CommandName seaworthy -ScriptBlock {
          param($current, $line, $position)
          $table = @{
        %s  }
          $command = ''
          $previous = ''
          foreach ($element in @($line.CommandElements | Select-Object -Skip 1)) {
            if ($element.Extent.EndOffset -ge $position) { break }
            $previous = $element.ToString()
            $longer = ("$command $previous").Trim()
            if ($table.ContainsKey($longer)) { $command = $longer }
          }
          $entry = $table[$command]
          $words = $entry.words
          if ($entry.values.ContainsKey($previous)) { $words = $entry.values[$previous] }
          elseif ($current.StartsWith('-')) { $words = $entry.options }
          $words | Where-Object { $_ -like "$current*" } | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
          }
        }
        """.formatted(table);
  }

  private static String list(List<String> words) {
    return words.isEmpty() ? "@()" : "@('" + String.join("', '", words) + "')";
  }
}
