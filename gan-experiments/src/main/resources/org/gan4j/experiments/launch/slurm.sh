#!/bin/bash
#SBATCH --job-name=@name@
#SBATCH --array=0-@last@
#SBATCH --time=@minutes@
#SBATCH --signal=B:TERM@@notice@
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output="@log@"
#SBATCH --nodes=1
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=@cores@
#SBATCH --mem=@memory@
#SBATCH --partition=@partition@

# Exit codes of gan cell: 0 done; 2 never worth a retry; 1 and those of signals are.
comparison=@comparison@
stopped=
child=
trap 'stopped=yes; [ -z "$child" ] || kill -TERM "$child"' TERM

again() {
  if [ "${SLURM_RESTART_COUNT:-0}" -ge @restarts@ ]; then
    echo "queued again @restarts@ times already; gan resume $comparison finishes what is left"
    exit 1
  fi
  scontrol requeue "${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}"
  exit 0
}

refused=
failed=
first=$((SLURM_ARRAY_TASK_ID * @each@ + 1))
for ((cell = first; cell < first + @each@ && cell <= @count@; cell++)); do
  [ -z "$stopped" ] || again
  @gan@ cell "$comparison" "$cell" &
  child=$!
  wait "$child"
  code=$?
  # A trapped signal ends the wait before the cell has written its checkpoint.
  while kill -0 "$child" 2> /dev/null; do
    wait "$child"
    code=$?
  done
  child=
  case $code in
    0) ;;
    2) refused=yes ;;
    *) failed=yes ;;
  esac
done

[ -z "$stopped$failed" ] || again
[ -z "$refused" ] || exit 2
