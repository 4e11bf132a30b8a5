from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("members", "0001_initial")]

    operations = [
        migrations.AddIndex(
            model_name="invitation",
            index=models.Index(fields=["email"], name="members_invitation_email"),
        ),
    ]
