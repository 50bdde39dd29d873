import { openClinicDatabase } from '../../src/store/clinic-database.ts'

// Opens the clinic.db it is given and so updates it; says when it begins and when it is done.
process.stdout.write('begin\n')
openClinicDatabase(process.argv[2] ?? '').close()
process.stdout.write('done\n')
